import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { openStore, type Store, setStore } from "~/db.server";
import { interactions } from "~/interactions/registry.server";
import type { AuthoredItem } from "~/lessons/quiz-file.server";
import type { Saved } from "~/models/answer-log.server";
import { type Keyhole, startKeyhole } from "../keyhole";
import { sensible } from "../marker/answering";
import type { Json } from "../marker/reading";
import { fields, quiz } from "../playing";
import { engines } from "../stores";
import { Visitor } from "../visitor";
import { type Door, play, type Story } from "../weave/play";
import { picks, type Script, scripts } from "../weave/script";
import { readStored, type Stored } from "../weave/stored";
import { broken } from "../weave/verdict";

const seed = 20130711;
const stories = fc.sample(scripts(quiz.items.length, false), { seed, numRuns: 30 });
const items = quiz.items.map((item) => ({ ...item, points: item.points as number }));
/** What a control can give, as it is stored after its own fields came in. A pick too many clears the answer. */
const prepared = items.map((item, index) =>
  fc.sample(sensible(item), { seed, numRuns: picks }).map((response) => {
    const form = new FormData();
    for (const [name, value] of formFields(index + 1, response)) form.append(name, value);
    return interactions[item.interaction].parse(form, `q${index + 1}`, item.body as never);
  }),
);
const answer = (slot: number, pick: number) => prepared[slot - 1]?.[pick] ?? null;

function formFields(slot: number, response: Json): [string, string][] {
  const given = fields(items[slot - 1] as AuthoredItem, `q${slot}`, response);
  return [
    [`s${slot}`, "1"],
    ...Object.entries(given).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as [string, string])),
  ];
}

/** An attempt of a new guest. Each device says in its requests what the clock on its wall shows. */
async function knock(keyhole: Keyhole): Promise<{ id: string; door: Door }> {
  const guest = new Visitor(keyhole);
  await guest.get(`/quizzes/${quiz.slug}`);
  await guest.submit("Start");
  const address = new URL(guest.page.url).pathname;
  const clock = (wall: number) => ({ Date: new Date(Date.now() + wall * 1000).toUTCString() });
  const door: Door = {
    async save({ device, answers }) {
      const response = await guest.fetch(`${address}/answers`, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...clock(device.wall) },
        body: JSON.stringify({
          client: device.client,
          answers: answers.map(({ response, ...one }) => ({ ...one, fields: formFields(one.slot, response) })),
        }),
      });
      expect([200, 409]).toContain(response.status);
      return ((await response.json()) as { saved: Saved[] }).saved;
    },
    async submit(device) {
      const body = new URLSearchParams();
      const response = await guest.fetch(`${address}/submission`, {
        method: "POST",
        headers: clock(device.wall),
        body,
      });
      expect(response.status).toBe(302);
    },
  };
  return { id: address.split("/")[2] as string, door };
}

/** The same story with one thing after the other, so that only the clocks can make a difference. */
const calm = (script: Script): Script => ({
  ...script,
  steps: script.steps.flatMap((step) => (step.do === "together" ? step.calls : [step])),
});
const known = ({ responses }: Stored) =>
  responses.map(({ slot, client, seq, response }) => ({ slot, client, seq, response }));

describe.each(engines)("two tabs and a second device at the server's door, on %s", (engine) => {
  let keyhole: Keyhole;
  let store: Store | undefined;
  afterAll(async () => {
    await store?.close();
    await keyhole.stop();
  });

  it("lose nothing, and a clock wrong by days gives the same stored answers as a right one", async () => {
    keyhole = await startKeyhole(engine);
    const told: { id: string; story: Story }[] = [];
    const pairs: [string, string][] = [];
    const tell = async (script: Script) => {
      const { id, door } = await knock(keyhole);
      told.push({ id, story: await play(script, door, answer) });
      return id;
    };
    for (const script of stories) {
      await tell(script);
      pairs.push([await tell(calm(script)), await tell({ ...calm(script), wall: [0, 0, 0] })]);
    }
    await keyhole.stop();
    expect(keyhole.output()).toBe("");
    // The embedded store opens for one process at a time, so it is read when the server is gone.
    const { DATABASE_URL, DATA_DIR = "" } = keyhole.env;
    store = await openStore({ DATABASE_URL: DATABASE_URL || undefined, DATA_DIR, DATABASE_POOL: 2 });
    setStore(store);
    for (const { id, story } of told)
      expect(broken(story, await readStored(id), items), `seed ${seed}, attempt ${id}`).toEqual([]);
    for (const [wrong, right] of pairs)
      expect(known(await readStored(wrong)), `seed ${seed}`).toEqual(known(await readStored(right)));
  });
});
