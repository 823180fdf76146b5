import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rows } from "~/db.server";
import { csv } from "~/models/csv.server";
import { gradebook } from "~/models/gradebook.server";
import { mark } from "~/models/marking.server";
import { listMine } from "~/models/my-assignments.server";
import { results } from "~/models/results.server";
import { remove } from "~/models/roster.server";
import { draft, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { gradebookTable, responsesTable } from "./collected";
import { give, handIn, hours, makeClass, makeMixedQuiz, makeStudent, opened, work } from "./teaching";

describe.each(engines)("the gradebook on %s", (engine) => {
  withStore(engine);

  it("says in each student's cell what they have: absent, at it, waiting, or the best complete score", async () => {
    const { rivera, klass } = await makeClass();
    const open = await give(rivera, klass, await makeMixedQuiz(), { attemptsAllowed: 3 });
    const [ana, ben, cleo, _dan] = [
      await makeStudent(klass, "Ana"),
      await makeStudent(klass, "Ben"),
      await makeStudent(klass, "Cleo"),
      await makeStudent(klass, "Dan"),
    ];
    await work(ana, open, ["a", null]);
    await handIn(ben, open, ["a", "Some words"]);
    await handIn(cleo, open, ["a", null]);
    await handIn(cleo, open, ["b", null]);
    const cells = (await gradebook(klass)).students.map(({ name, cells }) => [name, cells[0]]);
    expect(cells).toMatchObject([
      ["Ana", { state: "in progress", answered: 1, questions: 2 }],
      ["Ben", { state: "waiting", soFar: 4, of: 4, max: 8 }],
      ["Cleo", { state: "marked", score: 4, max: 8, more: null }],
      ["Dan", { state: "not started" }],
    ]);
  });

  it.each([
    ["highest", 8, true],
    ["latest", 4, false],
    ["first", 0, false],
    ["average", 4, false],
  ] as const)("lets the %s attempt count, in the gradebook, the CSV and the student's work alike", async (counts, score, done) => {
    const { rivera, klass } = await makeClass();
    const quiz = await makeQuiz([draft(), draft()], 4);
    const assignment = await give(rivera, klass, quiz, { attemptsAllowed: 3, counts, passPercent: 60 });
    const ana = await makeStudent(klass, "Ana");
    for (const answers of [
      ["b", "b"],
      ["a", "a"],
      ["a", "b"],
    ])
      await handIn(ana, assignment, answers);
    expect((await gradebook(klass)).students[0]?.cells[0]).toMatchObject({
      state: "marked",
      score,
      max: 8,
      passed: done,
    });
    expect((await gradebookTable(klass))[1]).toEqual([
      "Ana",
      score,
      8,
      done ? "marked, passed" : "marked, not passed yet",
    ]);
    expect(await listMine(ana)).toMatchObject([{ passed: done }]);
  });

  it("says that work is missing once the assignment has closed, and takes in what ran out", async () => {
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, await makeQuiz(), { opensAt: hours(-2), closesAt: hours(1) });
    const ana = await makeStudent(klass, "Ana");
    await makeStudent(klass, "Ben");
    await work(ana, assignment, ["a"]);
    await rows(sql`update assignments set closes_at = now() - interval '1 minute' where id = ${assignment.id}::uuid`);
    await rows(
      sql`update attempts set deadline = now() - interval '1 minute' where assignment_id = ${assignment.id}::uuid`,
    );
    expect((await gradebook(klass)).students).toMatchObject([
      { cells: [{ state: "marked", score: 1 }] },
      { cells: [{ state: "missing" }] },
    ]);
  });

  it("shows work after the due date as late, and an assignment that is not open yet as such", async () => {
    const { rivera, klass } = await makeClass();
    const due = await give(rivera, klass, await makeQuiz(), { dueAt: hours(-1) });
    await give(rivera, klass, await makeQuiz(), { opensAt: hours(1) });
    await handIn(await makeStudent(klass, "Ana"), due, ["a"]);
    await makeStudent(klass, "Ben");
    expect((await gradebook(klass)).students).toMatchObject([
      { cells: [{ state: "marked", attempt: { late: true } }, { state: "not open yet" }] },
      { cells: [{ state: "overdue" }, { state: "not open yet" }] },
    ]);
  });

  it("holds the same scores as a sum over the stored responses", async () => {
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, await makeQuiz());
    for (const [index, name] of ["Ana", "Ben", "Cleo", "Dan"].entries())
      await handIn(await makeStudent(klass, name), assignment, ["a", index > 0 ? "a" : "b", index > 1 ? "a" : null]);
    const summed = await rows<{ name: string; score: number }>(sql`
      select p.name, sum(r.score)::float8 as score from attempts t join people p on p.id = t.person_id join responses r on r.attempt_id = t.id
      where t.assignment_id = ${assignment.id}::uuid group by p.name order by p.name`);
    const book = await gradebook(klass);
    expect(
      book.students.map(({ name, cells: [cell] }) => ({ name, score: cell?.state === "marked" && cell.score })),
    ).toEqual(summed);
    // Scores 1, 2, 3, 3 of 3: mean 2.25, sample variance (1.5625 + 0.0625 + 0.5625 + 0.5625) / 3.
    expect(book.assignments[0]?.mean).toMatchObject({
      n: 4,
      share: 2.25 / 3,
      spread: expect.closeTo(Math.sqrt(2.75 / 3) / 3, 10),
    });
  });

  it("leaves a student out of every report once they are removed", async () => {
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, await makeQuiz());
    const ana = await makeStudent(klass, "Ana");
    await handIn(ana, assignment, ["a"]);
    await remove(klass, ana.id);
    expect((await gradebook(klass)).students).toEqual([]);
    expect(await results(assignment)).toMatchObject({ students: 0, handedIn: 0, rows: [], mean: null });
    expect(await responsesTable(klass)).toHaveLength(1);
  });

  it("sorts the class grid by score and gives the class's share under each question", async () => {
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, await makeMixedQuiz());
    const [ana, ben] = [await makeStudent(klass, "Ana"), await makeStudent(klass, "Ben")];
    await makeStudent(klass, "Cleo");
    await handIn(ana, assignment, ["b", "Some words"]);
    await handIn(ben, assignment, ["a", "More words"]);
    const grid = await results(assignment);
    expect(grid.rows.map((row) => row.name)).toEqual(["Ben", "Ana", "Cleo"]);
    expect(grid.columns.map((column) => column.share)).toEqual([0.5, null]);
    expect(grid).toMatchObject({ students: 3, handedIn: 2, away: 1, toMark: 2, mean: null, max: 8 });
  });

  it("counts only complete scores in the mean, and the mean follows when the last mark is given", async () => {
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, await makeMixedQuiz());
    const attempt = await handIn(await makeStudent(klass, "Ana"), assignment, ["a", "Some words"]);
    expect((await results(assignment)).mean).toBeNull();
    await mark(await opened(rivera, attempt), 2, { score: 2, comment: "" });
    expect((await results(assignment)).mean).toEqual({ share: 0.75, spread: null, n: 1 });
  });

  it("writes names that look like formulas as text and numbers as numbers", async () => {
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, await makeQuiz());
    await handIn(await makeStudent(klass, '=HYPERLINK("http://evil.example")'), assignment, ["a", "b", null]);
    expect(csv(await gradebookTable(klass))).toBe(
      '\uFEFF"Student","A quiz: score","A quiz: out of","A quiz: state"\r\n"\'=HYPERLINK(""http://evil.example"")",1,3,"marked"\r\n',
    );
    const table = await responsesTable(klass);
    expect(table.slice(1).map((line) => line.slice(2, 5).concat(line.slice(7, 11)))).toEqual([
      [1, "marked", 1, "Letter a", 1, 1, 1],
      [1, "marked", 2, "Letter b", 0, 0, 1],
      [1, "marked", 3, "", 0, 0, 1],
    ]);
    expect(table[1]?.[11]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(csv([[-3, "-3", "\t=1"]])).toBe('\uFEFF-3,"\'-3","\'\t=1"\r\n');
  });
});
