import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { taughtAttempt } from "~/access/attempts.server";
import { rows } from "~/db.server";
import { findSheet, listHandwritten, mark, nextOf, nextSheet, pointsOf } from "~/models/marking.server";
import { answersSoFar } from "~/models/results.server";
import { makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import {
  asks,
  essay,
  give,
  handIn,
  makeClass,
  makeMixedQuiz,
  makeStudent,
  makeTeacher,
  opened,
  refusal,
  work,
} from "./teaching";

describe.each(engines)("marking by hand on %s", (engine) => {
  withStore(engine);

  const attemptRow = async (id: string) =>
    (
      await rows<{ state: string; score: number | null }>(
        sql`select state, score::float8 as score from attempts where id = ${id}::uuid`,
      )
    )[0];

  it("gives an attempt its score only when no mark is missing", async () => {
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, await makeQuiz([essay(), essay()], 4));
    const id = await handIn(await makeStudent(klass, "Ana"), assignment, ["First text", "Second text"]);
    const attempt = await opened(rivera, id);
    await mark(attempt, 1, { score: 3, comment: "" });
    expect(await attemptRow(id)).toEqual({ state: "submitted", score: null });
    await mark(attempt, 2, { score: 0.5, comment: "" });
    expect(await attemptRow(id)).toEqual({ state: "marked", score: 3.5 });
  });

  it("earns by what is ticked in the rubric, offers remarks again, and goes through one student's answers", async () => {
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, await makeQuiz([essay(), essay()], 4));
    const ana = await opened(rivera, await handIn(await makeStudent(klass, "Ana"), assignment, ["One", "Two"]));
    const ben = await opened(rivera, await handIn(await makeStudent(klass, "Ben"), assignment, ["Three", "Four"]));
    const rubric = [
      { points: 1, criterion: "Names it" },
      { points: 2, criterion: "Says why" },
    ];
    expect([[], [0], [1], [0, 1], [7]].map((ticked) => pointsOf({ rubric, points: 4 }, ticked))).toEqual([
      0, 1.33, 2.67, 4, 0,
    ]);
    await mark(ana, 1, { score: 4, comment: "Clear and whole.", criteria: [0] });
    expect(await findSheet(ana, 1)).toMatchObject({ criteria: [0], remarks: [], comment: "Clear and whole." });
    expect((await findSheet(ben, 1))?.remarks).toEqual(["Clear and whole."]);
    expect((await findSheet(ben, 2))?.remarks).toEqual([]);
    expect([await nextOf(ana, 1), await nextOf(ben, 2)]).toEqual([2, 1]);
    await mark(ana, 2, { score: 1, comment: "" });
    expect(await nextOf(ana, 2)).toBeUndefined();
  });

  it("keeps who changed a mark, when, and what stood there before", async () => {
    const { rivera, klass } = await makeClass();
    const id = await handIn(await makeStudent(klass, "Ana"), await give(rivera, klass, await makeMixedQuiz()), [
      "a",
      "Some words",
    ]);
    const attempt = await opened(rivera, id);
    await mark(attempt, 2, { score: 2, comment: "Say why." });
    await mark(attempt, 2, { score: 3, comment: "Better than I thought." });
    await mark(attempt, 2, { score: 3, comment: "Better than I thought." });
    expect((await findSheet(attempt, 2))?.history).toMatchObject([
      { oldScore: 2, newScore: 3, comment: "Better than I thought.", by: "Ms Rivera" },
      { oldScore: null, newScore: 2, comment: "Say why.", by: "Ms Rivera" },
    ]);
    expect(await attemptRow(id)).toEqual({ state: "marked", score: 7 });
  });

  it("refuses points outside the question's, questions that mark themselves, and attempts not handed in", async () => {
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, await makeMixedQuiz());
    const done = await opened(rivera, await handIn(await makeStudent(klass, "Ana"), assignment, ["a", "Some words"]));
    const open = await opened(rivera, await work(await makeStudent(klass, "Ben"), assignment, ["a", "Some words"]));
    const given = { score: 1, comment: "" };
    expect(await mark(done, 2, { score: 4.5, comment: "" })).toBe("out of range");
    expect(await mark(done, 2, { score: -1, comment: "" })).toBe("out of range");
    expect(await mark(done, 2, { score: Number.NaN, comment: "" })).toBe("out of range");
    expect([await mark(done, 1, given), await mark(done, 9, given), await mark(open, 2, given)]).toEqual([
      "not to mark",
      "not to mark",
      "not to mark",
    ]);
    expect(await findSheet(open, 2)).toBeUndefined();
    expect((await answersSoFar(open)).map((one) => one.answer)).toEqual(["Letter a", "Some words"]);
  });

  it("hands out the answers one after another until none waits, blank ones never", async () => {
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, await makeMixedQuiz());
    await handIn(await makeStudent(klass, "Ana"), assignment, ["a", "Words of Ana"]);
    await handIn(await makeStudent(klass, "Ben"), assignment, ["a", "Words of Ben"]);
    await handIn(await makeStudent(klass, "Cleo"), assignment, ["a", null]);
    const seen: string[] = [];
    for (let sheet = await nextSheet(assignment); sheet; sheet = await nextSheet(assignment)) {
      seen.push(sheet.text);
      await mark(await opened(rivera, sheet.attemptId), sheet.slot, { score: 1, comment: "" });
    }
    expect(seen.sort()).toEqual(["Words of Ana", "Words of Ben"]);
    expect((await listHandwritten(assignment)).map((one) => one.score)).toEqual([1, 1]);
  });

  it("lets two teachers mark the same answer at once, one after the other", async () => {
    const { rivera, klass } = await makeClass();
    const attempt = await opened(
      rivera,
      await handIn(await makeStudent(klass, "Ana"), await give(rivera, klass, await makeMixedQuiz()), [
        "a",
        "Some words",
      ]),
    );
    await Promise.all([mark(attempt, 2, { score: 1, comment: "one" }), mark(attempt, 2, { score: 2, comment: "two" })]);
    const sheet = await findSheet(attempt, 2);
    expect(sheet?.history).toHaveLength(2);
    expect(sheet?.history[0]).toMatchObject({ oldScore: sheet?.history[1]?.newScore, newScore: sheet?.score });
  });

  it("shows an attempt to the teacher of its class and to no other", async () => {
    const { rivera, klass } = await makeClass();
    const ana = await makeStudent(klass, "Ana");
    const attempt = await handIn(ana, await give(rivera, klass, await makeMixedQuiz()), ["a", "Some words"]);
    expect((await opened(rivera, attempt)).studentName).toBe("Ana");
    for (const other of [await makeTeacher(), ana, await makeStudent(klass, "Ben")])
      expect(await refusal(taughtAttempt(await asks(other, { attempt })))).toBe(404);
  });
});
