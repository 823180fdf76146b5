import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { seenItem } from "~/access/items.server";
import { rows } from "~/db.server";
import { comparable, comparison } from "~/models/comparison.server";
import { itemAnalysis } from "~/models/item-analysis.server";
import { recordOf } from "~/models/item-record.server";
import { questionsReport } from "~/models/question-report.server";
import { draft, makeQuiz } from "../factories";
import { itemStatistics, testStatistics } from "../statistics/matrices";
import { engines, withStore } from "../stores";
import { names, reportedClass } from "./report-class";
import { asks, give, handIn, makeClass, makeStudent, makeTeacher } from "./teaching";

const everybody = { which: "all", group: null } as const;
const closed = { item: null, names: false };

describe.each(engines)("item analysis on %s", (engine) => {
  withStore(engine);

  it("shows the numbers that the statistics give for the marks that are stored", async () => {
    const { assignment } = await reportedClass();
    const stored = await rows<{ marks: number[] }>(sql`
      select json_agg(r.score::float8 order by r.slot) as marks from attempts t join responses r on r.attempt_id = t.id
      where t.assignment_id = ${assignment.id}::uuid group by t.id`);
    const matrix = { weights: [2, 2, 2, 2], attempts: stored.map(({ marks }) => marks) };
    const report = await itemAnalysis(assignment, everybody, closed);
    const close = (value: unknown): unknown =>
      typeof value === "number"
        ? expect.closeTo(value, 9)
        : Array.isArray(value)
          ? value.map(close)
          : value && typeof value === "object"
            ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, close(one)]))
            : value;
    expect(report.items.map(({ statistics }) => statistics)).toEqual(itemStatistics(matrix).map(close));
    expect(report.test).toEqual(close(testStatistics(matrix)));
    expect(report).toMatchObject({ most: 8, test: { attempts: 12, waiting: 0 } });
    expect(report.items.map(({ guess }) => guess)).toEqual(Array(4).fill(expect.closeTo(1 / 3, 9)));
  });

  it("says that a question is probably miskeyed, and tells who chose what only when names are asked for", async () => {
    const { assignment, items, attempts } = await reportedClass();
    const item = items[0] as string;
    const report = await itemAnalysis(assignment, everybody, { item, names: false });
    expect(report.items[0]?.verdict.words).toMatch(
      /^Probably miskeyed: of the strongest students \d+% chose “Letter b”/,
    );
    expect(report.open).toMatchObject({ item, who: null, table: { answers: 12, blank: { count: 0 } } });
    expect(report.open?.table.options.map(({ id, right, count }) => [report.open?.texts[id], right, count])).toEqual([
      ["Letter a", true, 6],
      ["Letter b", false, 5],
      ["Letter c", false, 1],
    ]);
    const named = await itemAnalysis(assignment, everybody, { item, names: true });
    expect(named.open?.who?.["option.b"]).toEqual(
      names.slice(0, 5).map((name, index) => ({ name, attempt: attempts[index] })),
    );
    expect(JSON.stringify(report)).not.toContain("Cleo");
  });

  it("tells what those earned who chose an option, and what was chosen in which try", async () => {
    const { assignment, items, attempts } = await reportedClass();
    const item = items[0] as string;
    const [first, second] = attempts;
    for (const [attempt, number, letter] of [
      [first, 1, "c"],
      [first, 2, "b"],
      [second, 1, "a"],
    ])
      await rows(sql`insert into answer_checks (attempt_id, slot, number, response, fraction)
        values (${attempt}::uuid, 1, ${number}::int, ${JSON.stringify({ v: 1, chosen: [letter] })}::text::jsonb, 0)`);
    const { open } = await itemAnalysis(assignment, everybody, { item, names: false });
    expect(open?.credits).toEqual({ "option.a": 1, "option.b": 0, "option.c": 0 });
    expect(open?.tries).toEqual([
      { number: 1, answers: 2, counts: { "option.c": 1, "option.a": 1 } },
      { number: 2, answers: 1, counts: { "option.b": 1 } },
    ]);
    const other = await itemAnalysis(assignment, everybody, { item: items[1] as string, names: false });
    expect(other.open?.tries).toEqual([]);
  });

  it("rests on the first, the last, the best or all attempts, and on a group", async () => {
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, await makeQuiz([draft(), draft()]), { attemptsAllowed: 3 });
    const [ana, ben] = [await makeStudent(klass, "Ana"), await makeStudent(klass, "Ben")];
    for (const answers of [
      ["b", "b"],
      ["a", "a"],
      ["a", "b"],
    ])
      await handIn(ana, assignment, answers);
    await handIn(ben, assignment, ["b", "a"]);
    const group = "00000000-0000-4000-8000-000000000001";
    await rows(
      sql`insert into groups (id, class_id, name, name_key) values (${group}::uuid, ${klass.id}::uuid, 'Red', 'red')`,
    );
    await rows(
      sql`insert into group_members (group_id, class_id, person_id) values (${group}::uuid, ${klass.id}::uuid, ${ben.id}::uuid)`,
    );
    const means = [];
    for (const which of ["first", "last", "best", "all"] as const) {
      const { test } = await itemAnalysis(assignment, { which, group: null }, closed);
      means.push([which, test.attempts, test.mean.value]);
    }
    expect(means).toEqual([
      ["first", 2, 0.5],
      ["last", 2, 1],
      ["best", 2, 1.5],
      ["all", 4, 1],
    ]);
    expect((await itemAnalysis(assignment, { which: "all", group }, closed)).test).toMatchObject({
      attempts: 1,
      mean: { value: 1 },
    });
  });

  it("leaves a mark that waits out of totals, a student who was removed out of everything, and is empty before", async () => {
    const { assignment, attempts, students } = await reportedClass();
    await rows(
      sql`update responses set fraction = null, score = null where attempt_id = ${attempts[0]}::uuid and slot = 1`,
    );
    await rows(sql`update attempts set state = 'submitted', score = null where id = ${attempts[0]}::uuid`);
    expect((await itemAnalysis(assignment, everybody, closed)).test).toMatchObject({ attempts: 11, waiting: 1 });
    await rows(sql`update enrolments set removed_at = now() where person_id = ${students[0]?.id}::uuid`);
    expect((await itemAnalysis(assignment, everybody, closed)).test).toMatchObject({ attempts: 11, waiting: 0 });
    const { rivera, klass } = await makeClass();
    const unused = await give(rivera, klass, await makeQuiz());
    expect(await itemAnalysis(unused, everybody, closed)).toMatchObject({ items: [], open: null });
  });

  it("sums up a question over all quizzes of its teacher's own classes, first attempts only", async () => {
    const { rivera, quiz, items } = await reportedClass();
    const { klass } = await makeClass("Somebody else’s");
    const other = await makeTeacher("Mr Other");
    await rows(sql`update enrolments set person_id = ${other.id}::uuid, name = 'Mr Other', name_key = 'mr other'
      where class_id = ${klass.id}::uuid and role = 'teacher'`);
    const theirs = await give(other, klass, quiz);
    await handIn(await makeStudent(klass, "Zoe"), theirs, ["a", "a", "a", "a"]);
    const record = async (who: typeof rivera) =>
      recordOf(await seenItem(await asks(who, { item: items[0] as string })));
    expect(await record(rivera)).toMatchObject({
      uses: [{ className: "9B", answers: 12, facility: { value: 0.5 }, discrimination: { value: expect.any(Number) } }],
      answers: 12,
    });
    expect(await record(other)).toMatchObject({ answers: 1, facility: { value: 1 }, discrimination: { value: null } });
  });

  it("lists the hardest question first, with each answer, who gave it when asked, and how sure they were", async () => {
    const { assignment, attempts, items } = await reportedClass();
    await rows(
      sql`update responses set confidence = 3 where attempt_id = any(${sql`array[${sql.join(
        attempts.slice(0, 3).map((id) => sql`${id}::uuid`),
        sql`, `,
      )}]`}) and slot = 1`,
    );
    const report = await questionsReport(assignment, everybody, null);
    expect(report.questions.map(({ slot, facility }) => [slot, facility])).toEqual([
      [4, expect.closeTo(4 / 12, 9)],
      [1, 0.5],
      [3, 0.5],
      [2, expect.closeTo(7 / 12, 9)],
    ]);
    expect(report.questions[0]).toMatchObject({ right: 4, wrong: 8, partly: 0, blank: 2 });
    expect(report.questions[1]?.answers?.map(({ text, right, count, who }) => [text, right, count, who])).toEqual([
      ["Letter a", true, 6, null],
      ["Letter b", false, 5, null],
      ["Letter c", false, 1, null],
    ]);
    expect(report.sureness[2]).toEqual({ confidence: 3, answers: 3, right: 0 });
    const named = await questionsReport(assignment, everybody, items[0] as string);
    expect(named.questions[1]?.answers?.[2]?.who).toEqual([{ name: "Hal", attempt: attempts[7] }]);
  });

  it("takes as the time of a question what lies between one change of an answer and the next, ten minutes at most", async () => {
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, await makeQuiz([draft(), draft(), draft()]));
    const attempt = await handIn(await makeStudent(klass, "Ana"), assignment, ["a", "a", "b"]);
    await rows(sql`update attempts set started_at = now() - interval '1 hour' where id = ${attempt}::uuid`);
    // Question 1 after 40 s; questions 2 and 3 at the same moment, 20 minutes later.
    await rows(sql`update answer_log l set made_at = t.started_at + case when slot = 1 then interval '40 s' else interval '1240 s' end
      from attempts t where t.id = l.attempt_id and t.id = ${attempt}::uuid`);
    const { questions } = await questionsReport(assignment, everybody, null);
    const seconds = Object.fromEntries(questions.map((one) => [one.slot, one.seconds]));
    expect(seconds).toEqual({ 1: expect.closeTo(40, 3), 2: expect.closeTo(300, 3), 3: expect.closeTo(300, 3) });
  });

  it("lays two selections side by side, also of another class that got the same quiz", async () => {
    const one = await reportedClass();
    const other = await makeClass("9C");
    await rows(
      sql`update enrolments set person_id = ${one.rivera.id}::uuid where class_id = ${other.klass.id}::uuid and role = 'teacher'`,
    );
    const second = await give(one.rivera, other.klass, one.quiz);
    for (const name of ["Zoe", "Yan"]) await handIn(await makeStudent(other.klass, name), second, ["a", "a", "a", "a"]);
    expect(await comparable(one.assignment)).toMatchObject([{ id: second.id, className: "9C" }]);
    const selection = everybody;
    const report = await comparison({ assignment: one.assignment, selection }, { assignment: second, selection });
    expect(report).toMatchObject({ one: { mean: expect.closeTo(23 / 48, 9) }, other: { mean: 1, few: true } });
    expect(report.questions.map(({ slot, difference }) => [slot, difference?.value])).toEqual([
      [1, expect.closeTo(-0.5, 9)],
      [2, expect.closeTo(7 / 12 - 1, 9)],
      [3, expect.closeTo(-0.5, 9)],
      [4, expect.closeTo(4 / 12 - 1, 9)],
    ]);
  });
});
