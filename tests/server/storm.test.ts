import fs from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { belongings } from "../attack/belongings";
import { storm } from "../attack/storm";
import { targetsOf } from "../attack/targets";
import { meterOf } from "../bench/process-meter";
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

  const whatMustNotChange = () => belongings(school.people.otherTeacher, room.address, bystander);

  it(
    `answers ${count} of them with words and no 5xx, and changes nothing of a class that is not theirs`,
    async () => {
      const { otherTeacher: _, host: __, ...attackers } = school.people;
      const routes = [...fs.readFileSync("app/routes.ts", "utf8").matchAll(/route\(\s*"([^"]+)"/g)];
      const addresses = routes.map(([, address]) => fillIn(address as string, school.ids));
      const before = await whatMustNotChange();
      const targets = await targetsOf(attackers, addresses);
      const known = [...Object.values(school.ids), room.code, room.address.split("/").at(-1) as string];
      const { memory } = meterOf(keyhole.pid);
      const blow = (of: { seed: number; count: number }) => storm({ people: attackers, targets, known }, of);
      // Until then caches fill and code is compiled; what grows afterwards grows for ever.
      const warm = await blow({ seed, count: Math.min(count, 10_000) });
      const before10k = memory();
      const began = Date.now();
      const done = await blow({ seed: seed + 1_000_000, count: count - warm.sent });
      const after = memory();
      if (count > 10_000) console.log(engine, { warm, done, seconds: (Date.now() - began) / 1000, before10k, after });
      expect([...warm.failed, ...done.failed].slice(0, 20)).toEqual([]);
      expect(warm.sent + done.sent).toBe(count);
      // Otherwise few of them reached what reads a form.
      for (const status of [200, 302, 400, 404, 405]) expect(warm.statuses[status]).toBeGreaterThan(20);
      expect(warm.statuses[404]).toBeLessThan(warm.sent / 4);
      if (before10k && after) expect(after.now).toBeLessThan(before10k.now + 100);
      expect(await whatMustNotChange()).toEqual(before);
      expect(keyhole.output()).toBe("");
    },
    Math.max(240_000, count * 100),
  );
});
