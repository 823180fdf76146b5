import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { rows } from "~/db.server";
import { tellStory } from "~/demo/story.server";
import { syncCourse } from "~/lessons/sync.server";
import type { Cell } from "~/models/cell";
import { type Gradebook, gradebook } from "~/models/gradebook.server";
import { listQuizzes, objectivesAsked } from "~/models/quiz.server";
import { whereLeftOff } from "~/models/reading.server";
import { engines, withStore } from "../stores";

describe.each(engines)("the sample class, %s", (engine) => {
  withStore(engine, async () => {
    await syncCourse();
  });
  let book: Gradebook;
  beforeAll(async () => {
    await tellStory();
    const [nineB] = await rows<{ id: string; teacher: string }>(sql`select id, created_by as teacher from classes`);
    book = await gradebook({ ...nineB, viewer: { id: nineB?.teacher } } as unknown as Parameters<typeof gradebook>[0]);
  });

  const cellsOf = (name: string) => book.students.find((student) => student.name === name)?.cells as Cell[];
  const states = (column: number) => book.students.map(({ cells }) => (cells[column] as Cell).state);
  const count = (column: number, state: Cell["state"]) => states(column).filter((one) => one === state).length;

  test("has done three lessons and is at the capstone", () => {
    expect(book.assignments.map(({ title, phase, max }) => [title, phase, max])).toEqual([
      ["Lesson 1 quiz", "closed", 26],
      ["Lesson 2 quiz", "closed", 28],
      ["Lesson 3 quiz", "closed", 30],
      ["Capstone quiz", "open", 24],
    ]);
    expect(book.students).toHaveLength(30);
  });

  test("is marked where it is over, and waits where Ms Rivera has not come to it", () => {
    expect([count(0, "marked"), count(0, "missing")]).toEqual([30, 0]);
    expect([count(1, "marked"), count(1, "missing")]).toEqual([28, 2]);
    expect(count(2, "missing")).toBe(3);
    expect(Math.abs(count(2, "marked") - count(2, "waiting"))).toBeLessThan(6);
    expect(count(3, "waiting")).toBeGreaterThan(4);
    expect(count(3, "in progress")).toBe(4);
    expect(count(3, "not started")).toBeGreaterThan(15);
  });

  test("has students who stay who they are", async () => {
    expect(cellsOf("Ana Alves")[3]).toMatchObject({ state: "in progress", questions: 10 });
    for (const cell of cellsOf("Ben Okafor").slice(0, 3)) expect(cell).toMatchObject({ attempt: { late: true } });
    expect(cellsOf("Dmitri Volkov").map(({ state }) => state)).toEqual(["marked", "missing", "missing", "not started"]);
    for (const cell of cellsOf("Chiara Conti")) expect(["marked", "waiting"]).toContain(cell.state);
    const tired = cellsOf("Quentin Roy")[2];
    const [left] = await rows<{ blank: number }>(sql`select count(*)::int as blank from responses
      where response is null and attempt_id = ${tired && "attempt" in tired ? tired.attempt.id : null}::uuid`);
    expect(left?.blank).toBeGreaterThanOrEqual(8);
  });

  test("finds hardest who holds the key and which paper reaches what", async () => {
    const found = await rows<{ id: string; share: number }>(sql`
      select o.objective_id as id, avg(r.fraction)::float8 as share from responses r
      join attempt_slots s using (attempt_id, slot) join item_objectives o on o.item_version_id = s.item_version_id
      where r.response is not null group by 1 order by 2`);
    expect(found.slice(0, 4).map(({ id }) => id)).toEqual(expect.arrayContaining(["L2.O3"]));
    const share = (id: string) => found.find((one) => one.id === id)?.share ?? 0;
    expect(share("L1.O3")).toBeLessThan(share("L1.O1") - 0.2);
    expect(share("L2.O3")).toBeLessThan(share("L2.O1") - 0.2);
  });

  test("has nothing that happened in the future, and reads where Ana left off", async () => {
    const [late] = await rows<{ n: number }>(sql`select count(*)::int as n from attempts t
      where started_at > now() or submitted_at > now() or submitted_at < started_at`);
    expect(late?.n).toBe(0);
    const [ana] = await rows<{ id: string }>(sql`select id from people where name = 'Ana Alves'`);
    expect(await whereLeftOff(ana as { id: string })).toMatchObject({ lesson: "prism-and-upstream" });
  });

  test("can be given the quizzes of the course in their order, those without a lesson last", async () => {
    expect((await listQuizzes()).map(({ slug }) => slug)).toEqual([
      "in-transit-and-at-rest",
      "requests-and-direct-access",
      "prism-and-upstream",
      "capstone",
      "lab-practice",
    ]);
    const asked = await objectivesAsked("capstone");
    expect([...new Set(asked.map(({ lesson }) => lesson))]).toHaveLength(3);
    expect((await objectivesAsked("in-transit-and-at-rest")).map(({ id }) => id)).toEqual(
      [1, 2, 3, 4, 5].map((number) => `L1.O${number}`),
    );
  });
});
