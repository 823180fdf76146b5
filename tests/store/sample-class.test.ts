import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { rows } from "~/db.server";
import { tellStory } from "~/demo/story.server";
import { syncCourse } from "~/lessons/sync.server";
import type { Cell } from "~/models/cell";
import { type Gradebook, gradebook } from "~/models/gradebook.server";
import { listLessons } from "~/models/lesson.server";
import { lessonsAsked, listQuizzes, objectivesAsked } from "~/models/quiz.server";
import { readingOfCourse } from "~/models/reading.server";
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
  const [capstone, again] = [4, 3];
  const states = (column: number) => book.students.map(({ cells }) => (cells[column] as Cell).state);
  const count = (column: number, state: Cell["state"]) => states(column).filter((one) => one === state).length;

  test("has done three lessons, is taught one section again and is at the capstone", () => {
    expect(book.assignments.map(({ title, phase, max }) => [title, phase, max])).toEqual([
      ["Lesson 1 quiz", "closed", 26],
      ["Lesson 2 quiz", "closed", 28],
      ["Lesson 3 quiz", "closed", 30],
      ["Who holds the key? Once more", "open", 3],
      ["Capstone quiz", "open", 24],
    ]);
    expect(book.students).toHaveLength(30);
  });

  test("is marked where it is over, and waits where Ms Rivera has not come to it", () => {
    expect([count(0, "marked"), count(0, "missing")]).toEqual([30, 0]);
    expect([count(1, "marked"), count(1, "missing")]).toEqual([28, 2]);
    expect(count(2, "missing")).toBe(3);
    expect(Math.abs(count(2, "marked") - count(2, "waiting"))).toBeLessThan(6);
    expect([count(capstone, "waiting"), count(capstone, "in progress"), count(capstone, "not started")]).toEqual([
      8, 14, 8,
    ]);
  });

  test("has students who stay who they are", async () => {
    expect(cellsOf("Ana Alves")[capstone]).toMatchObject({ state: "in progress", questions: 10 });
    for (const cell of cellsOf("Ben Okafor").slice(0, 3)) expect(cell).toMatchObject({ attempt: { late: true } });
    const dmitri = cellsOf("Dmitri Volkov").map(({ state }) => state);
    expect([...dmitri.slice(0, 3), dmitri[capstone]]).toEqual(["marked", "missing", "missing", "not started"]);
    for (const cell of cellsOf("Chiara Conti").filter((_, column) => column !== again))
      expect(["marked", "waiting"]).toContain(cell.state);
    const tired = cellsOf("Quentin Roy")[2];
    const [left] = await rows<{ blank: number }>(sql`select count(*)::int as blank from responses
      where response is null and attempt_id = ${tired && "attempt" in tired ? tired.attempt.id : null}::uuid`);
    expect(left?.blank).toBeGreaterThanOrEqual(8);
  });

  test("is at different points of the capstone in this lesson, with one who is stuck and one who is away", async () => {
    const found = await rows<{ name: string; answered: number; minutes: number }>(sql`
      select e.name, count(r.response)::int as answered, extract(epoch from now() - max(r.made_at))::float8 / 60 as minutes
      from attempts t join enrolments e using (class_id, person_id) join responses r on r.attempt_id = t.id
      where t.state = 'in_progress' group by e.name order by minutes`);
    expect(new Set(found.map(({ answered }) => answered)).size).toBeGreaterThan(3);
    expect(
      found
        .slice(-2)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["Lea Novak", "Omar Aziz"]);
    for (const { answered, minutes } of found) expect([answered < 10, minutes > 0]).toEqual([true, true]);
  });

  test("has two groups, a colleague who only reads, and three students with more time or calm", async () => {
    const [found] = await rows(sql`select
      (select json_agg(n order by n) from (select count(*)::int as n from group_members group by group_id) g) as groups,
      (select count(*)::int from enrolments where role = 'observer') as observers,
      (select json_agg(name order by name) from enrolments where accommodated_at is not null
        and (time_factor > 1 or extra_attempts > 0 or no_timer and calm)) as accommodated`);
    const accommodated = ["Hugo Martin", "Jonas Weber", "Quentin Roy"];
    expect(found).toEqual({ groups: [15, 15], observers: 1, accommodated });
  });

  test("teaches who holds the key again to those who showed twice that they mistake it", async () => {
    const [found] = await rows<{ targets: number; done: number; others: number }>(sql`
      select count(distinct g.person_id)::int as targets, count(distinct t.person_id)::int as done,
        (select count(*)::int from attempts o where o.assignment_id = a.id and not exists (select 1 from assignment_targets x
          where x.assignment_id = a.id and x.person_id = o.person_id)) as others
      from assignments a join assignment_targets g on g.assignment_id = a.id
      left join attempts t on t.assignment_id = a.id and t.person_id = g.person_id
      where a.misconception = 'M4' and not a.everybody group by a.id`);
    expect(found?.targets).toBeGreaterThan(4);
    expect(found?.targets).toBeLessThan(15);
    expect(found?.done).toBeGreaterThan(0);
    expect(found?.done).toBeLessThan(found?.targets as number);
    expect(found?.others).toBe(0);
  });

  test("has read the lessons in the order of their sections, fewer to the end than to the middle", async () => {
    const found = await rows<{ opened: number; finished: number; back: number }>(sql`
      select count(distinct o.person_id)::int as opened, count(p.read_at)::int as finished,
        count(*) filter (where p.read_at < o.opened_at)::int as back
      from lessons l join sections s on s.lesson = l.slug and s.version = l.version
      join section_openings o on o.lesson = s.lesson and o.section = s.slug
      left join reading_progress p on p.person_id = o.person_id and p.lesson = o.lesson and p.section = o.section
      where l.slug = 'prism-and-upstream' group by s.position order by s.position`);
    const opened = found.map((section) => section.opened);
    expect(opened).toEqual([...opened].sort((a, b) => b - a));
    expect(opened.at(-1)).toBeLessThan((opened[0] as number) - 5);
    for (const { back, finished, opened } of found) expect([back, finished <= opened]).toEqual([0, true]);
  });

  test("is as sure of the wrong ideas that live in it as of what it knows", async () => {
    const [found] = await rows<{ sure: number; unsure: number }>(sql`
      select avg(fraction) filter (where confidence = 3) as sure, avg(fraction) filter (where confidence = 1) as unsure
      from responses where confidence is not null and client <> 'unanswered'`);
    expect(found?.sure).toBeGreaterThan(found?.unsure as number);
    expect(found?.sure).toBeLessThan(0.95);
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
    const { place } = await readingOfCourse(ana as { id: string }, await listLessons());
    expect(place).toMatchObject({ lesson: "prism-and-upstream" });
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
    const { capstone } = await lessonsAsked(["capstone", "lab-practice"]);
    expect(capstone?.sort()).toEqual([...new Set(asked.map(({ lesson }) => lesson))].sort());
    expect([...new Set(asked.map(({ lesson }) => lesson))]).toHaveLength(3);
    expect((await objectivesAsked("in-transit-and-at-rest")).map(({ id }) => id)).toEqual(
      [1, 2, 3, 4, 5].map((number) => `L1.O${number}`),
    );
  });
});
