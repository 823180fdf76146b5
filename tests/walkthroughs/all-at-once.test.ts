import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, rows, setStore } from "~/db.server";
import { enrol, newPupils, type Pupil } from "../chaos/school";
import type { Keyhole } from "../keyhole";
import { sendAnswer } from "../playing";
import { startPrefilled } from "../prefilled";
import { engines } from "../stores";
import { Visitor } from "../visitor";

describe.each(engines)("a class that does everything in the same moment, on %s", (engine) => {
  let keyhole: Keyhole;
  let pupils: Pupil[];
  let students: Visitor[];
  beforeAll(async () => {
    pupils = await newPupils(30);
    keyhole = await startPrefilled(engine, () => enrol(pupils));
    students = pupils.map(({ cookie }) => new Visitor(keyhole, cookie));
  });
  afterAll(async () => {
    await keyhole?.stop();
    expect(keyhole?.output()).toBe("");
  });

  const form = { method: "POST", body: new URLSearchParams() };
  const at = async (asked: Promise<Response>[]) =>
    Promise.all(asked.map(async (one) => [(await one).status, (await one).headers.get("Location")] as const));

  it("thirty start in one moment, some pressing twice, and thirty hand in in one moment: one attempt each, all marked", async () => {
    const assignment = `/assignments/${pupils[0]?.assignments[0]}`;
    const pressing = [...students, ...students.slice(0, 10)];
    const started = await at(pressing.map((student) => student.fetch(assignment, form)));
    expect(started.filter(([status]) => status !== 302)).toEqual([]);
    const attempts = started.map(([, to]) => to as string);
    expect(attempts.slice(30)).toEqual(attempts.slice(0, 10));
    expect(new Set(attempts).size).toBe(30);
    const kept = await Promise.all(
      students.map(async (student, n) => (await sendAnswer(student, attempts[n]!, "a-page-of-one", 1, "b")).json()),
    );
    expect(kept.map(({ saved }) => saved)).toEqual(students.map(() => [{ slot: 1, seq: 1, outcome: "kept" }]));
    const handed = await at(pressing.map((student, n) => student.fetch(`${attempts[n]}/submission`, form)));
    expect(handed).toEqual(attempts.map((attempt) => [302, `${attempt}/review`]));
    await keyhole.stop();
    const store = await openStore({ DATA_DIR: "", ...keyhole.env, DATABASE_POOL: 1 });
    setStore(store);
    const [stored] = await rows(sql`
      select count(*)::int as attempts, count(distinct person_id)::int as people,
        count(*) filter (where state = 'marked')::int as marked,
        (select count(*)::int from responses where fraction is not null) as marks from attempts`);
    await store.close();
    expect(stored).toEqual({ attempts: 30, people: 30, marked: 30, marks: 30 * 14 });
  });
});
