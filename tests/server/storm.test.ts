import fs from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storm } from "../attack/storm";
import { targetsOf } from "../attack/targets";
import { type Keyhole, startKeyhole } from "../keyhole";
import { play, solution } from "../playing";
import { assignQuiz, join, makeClass, openSchool } from "../school";
import { engines } from "../stores";
import type { Visitor } from "../visitor";
import { fillIn } from "./access-table";

/** `STORM=100000 SEED=7 npx vitest run tests/server/storm.test.ts` is the long form. */
const count = Number(process.env.STORM ?? 3000);
const seed = Number(process.env.SEED ?? 1);

describe.each(engines)("a storm of hostile requests on %s", (engine) => {
  let keyhole: Keyhole;
  let school: Awaited<ReturnType<typeof openSchool>>;
  /** The class of another teacher, and whoever is in it: nobody of those who attack has anything to do with it. */
  let room: { address: string; code: string };
  let bystander: Visitor & { pin: string };
  beforeAll(async () => {
    keyhole = await startKeyhole(engine);
    school = await openSchool(keyhole);
    room = await makeClass(school.people.otherTeacher, "Bystanders");
    const assignment = await assignQuiz(school.people.otherTeacher, room.address);
    bystander = await join(keyhole, room.code, "Bystander");
    await bystander.get(assignment.replace("/teach", ""));
    await bystander.submit("Start");
    await play(bystander, solution);
  });
  afterAll(async () => {
    await keyhole.stop();
  });

  /** All that the other class has, as its teacher takes it away, and what the bystander's own file says. */
  async function whatMustNotChange(): Promise<string[]> {
    const text = async (who: Visitor, address: string) => (await who.fetch(address)).text();
    const { otherTeacher, host } = school.people;
    return [
      ...(await Promise.all(
        ["responses.jsonl", "gradebook.json", "roster"].map((one) => text(otherTeacher, `${room.address}/${one}`)),
      )),
      await text(bystander, "/me/export"),
      String((await host.fetch("/teach/invitations")).status),
    ].map((one) => one.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z?/g, "<moment>").replace(/name="once" value="[^"]+"/g, ""));
  }

  it(`answers ${count} of them with words and no 5xx, and changes nothing of a class that is not theirs`, async () => {
    const { otherTeacher: _, host: __, ...attackers } = school.people;
    const routes = [...fs.readFileSync("app/routes.ts", "utf8").matchAll(/route\(\s*"([^"]+)"/g)];
    const addresses = routes.map(([, address]) => fillIn(address as string, school.ids));
    const before = await whatMustNotChange();
    const targets = await targetsOf(attackers, addresses);
    const known = [...Object.values(school.ids), room.code, room.address.split("/").at(-1) as string];
    const done = await storm({ people: attackers, targets, known }, { seed, count });
    expect(done.failed.slice(0, 20)).toEqual([]);
    expect(done.sent).toBe(count);
    // Otherwise none of them reached what reads a form.
    for (const status of [200, 302, 400, 404, 405]) expect(done.statuses[status]).toBeGreaterThan(20);
    expect(await whatMustNotChange()).toEqual(before);
    expect(keyhole.output()).toBe("");
  });
});
