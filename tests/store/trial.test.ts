import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { myAttempt, taughtAttempt } from "~/access/attempts.server";
import { taughtAssignment, taughtClass } from "~/access/classes.server";
import { seenQuiz } from "~/access/quizzes.server";
import { person, teacher } from "~/access/visitor.server";
import { accommodate } from "~/models/accommodation.server";
import { save } from "~/models/answer-log.server";
import { listOfClass } from "~/models/assignment.server";
import { copyAssignment } from "~/models/assignment-copy.server";
import { columnsOf } from "~/models/assignment-draft.server";
import { findOpenPractice, startPractice } from "~/models/attempt.server";
import { myWork } from "~/models/attempt-list.server";
import { listTaught } from "~/models/classroom.server";
import { moveGuestWork } from "~/models/guest.server";
import { findOverride, override } from "~/models/override.server";
import { createQuiz } from "~/models/quiz-shelf.server";
import { results } from "~/models/results.server";
import { presets } from "~/models/review-matrix";
import { submit } from "~/models/submission.server";
import { discardTrial, openTrial, trialShown, trialStudents, tryAssignment, tryQuiz } from "~/models/trial.server";
import { answer, attemptOf, makePerson } from "../factories";
import { engines, withStore } from "../stores";
import { gradebookTable, responsesTable } from "./collected";
import {
  asks,
  give,
  handIn,
  hours,
  makeClass,
  makeMixedQuiz,
  makeStudent,
  refusal,
  type Someone,
  work,
} from "./teaching";
import { given, minute, none } from "./time";

describe.each(engines)("trying a quiz on %s", (engine) => {
  withStore(engine);

  const mine = async (who: Someone, attempt: string) => myAttempt(await asks(who, { attempt }));
  const seen = async (who: Someone, quiz: string) => seenQuiz(await asks(who, { quiz }));
  async function setting(rules: Parameters<typeof give>[3] = {}) {
    const { rivera, klass } = await makeClass();
    const quiz = await makeMixedQuiz();
    const assignment = await give(rivera, klass, quiz, rules);
    const ana = await makeStudent(klass, "Ana");
    const ben = await makeStudent(klass, "Ben");
    await accommodate(klass, ana.id, { timeFactor: 1.5, extraAttempts: 0, noTimer: true, calm: false });
    const students = await trialStudents(rivera, klass.id);
    const as = (who: Someone) => students.find(({ personId }) => personId === who.id) ?? null;
    return { rivera, klass, quiz, assignment, ana, ben, as };
  }

  it("runs with the dates, limit, extra time and hidden clock of the student as whom it is tried", async () => {
    const { rivera, assignment, ana, ben, as } = await setting({ limitMinutes: 20, graceSeconds: 10 });
    await override(assignment, ben.id, { ...none, limitMinutes: 7 });
    const hers = await tryAssignment(assignment, as(ana));
    expect(await given(hers)).toBe(30);
    const shown = await mine(rivera, hers);
    expect(shown).toMatchObject({ noTimer: true, studentName: "Ana", zone: "Europe/Madrid", graceSeconds: 10 });
    expect(trialShown(shown)).toMatchObject({
      as: "Ana",
      timeFactor: 1.5,
      back: `/teach/assignments/${assignment.id}`,
    });
    const his = await tryAssignment(assignment, as(ben));
    expect([await given(his), (await mine(rivera, his)).noTimer]).toEqual([7, false]);
    const anybody = await tryAssignment(assignment, null);
    expect([await given(anybody), trialShown(await mine(rivera, anybody))?.as]).toEqual([20, null]);
  });

  it("can be tried before it opens, ends when it closes, and after that runs as if it had not", async () => {
    const closesAt = hours(0.1);
    const soon = await setting({ limitMinutes: 20, opensAt: hours(0.05), closesAt });
    const early = await tryAssignment(soon.assignment, soon.as(soon.ben));
    expect((await attemptOf(early)).deadline).toEqual(closesAt);
    const hers = await tryAssignment(soon.assignment, soon.as(soon.ana));
    expect((await attemptOf(hers)).deadline?.getTime()).toBe(closesAt.getTime() + 10 * minute);
    const over = await setting({ limitMinutes: 20, closesAt: hours(-1) });
    expect(await given(await tryAssignment(over.assignment, over.as(over.ben)))).toBe(20);
  });

  it("can be tried straight from its builder, as a student with extra time too", async () => {
    const { rivera, quiz, ana, as } = await setting();
    const plain = await tryQuiz(await seen(rivera, quiz), null, null);
    expect([await given(plain), trialShown(await mine(rivera, plain))?.back]).toEqual([null, `/teach/quizzes/${quiz}`]);
    const empty = await createQuiz(await teacher(await asks(rivera, {})), "Nothing yet");
    const hers = await tryQuiz(await seen(rivera, quiz), as(ana), 10);
    expect([await given(hers), (await mine(rivera, hers)).noTimer]).toEqual([15, true]);
    expect(await tryQuiz(await seen(rivera, empty), null, null)).toBe("not ready");
  });

  it("throws the one before away, can be thrown away itself, and nothing else can", async () => {
    const { rivera, quiz, assignment, ben } = await setting();
    const first = await tryQuiz(await seen(rivera, quiz), null, null);
    await save({ id: first }, "page", [answer(1, "a")]);
    const second = await tryAssignment(assignment, null);
    expect([await attemptOf(first), await openTrial(rivera)]).toMatchObject([undefined, { id: second }]);
    const own = await startPractice(rivera, quiz);
    await discardTrial(await mine(rivera, own));
    const work = await handIn(ben, assignment, ["a", null]);
    await discardTrial(await mine(ben, work));
    expect([(await attemptOf(own)).id, (await attemptOf(work)).id]).toEqual([own, work]);
    await discardTrial(await mine(rivera, second));
    expect([await attemptOf(second), await openTrial(rivera)]).toEqual([undefined, null]);
  });

  it("stands beside the teacher's own practice of the same quiz and is never taken for it", async () => {
    const { rivera, quiz, as, ben } = await setting();
    const trial = await tryQuiz(await seen(rivera, quiz), as(ben), null);
    expect(await findOpenPractice(rivera, quiz)).toBeUndefined();
    const practice = await startPractice(rivera, quiz);
    expect([practice === trial, await startPractice(rivera, quiz), await findOpenPractice(rivera, quiz)]).toEqual([
      ...[false, practice, practice],
    ]);
    await submit({ id: practice });
    expect(await startPractice(rivera, quiz)).not.toBe(trial);
    // A guest's practice moves to the person who signs in; a trial of that person is not in its way.
    const [guest, signedIn] = [await makePerson("Guest"), await setting()];
    const guests = await startPractice(guest, signedIn.quiz);
    await tryQuiz(await seen(signedIn.rivera, signedIn.quiz), null, null);
    await moveGuestWork(guest, signedIn.rivera.id);
    expect(await attemptOf(guests)).toMatchObject({ state: "in_progress", personId: signedIn.rivera.id });
  });

  it("appears in no report, gradebook, export, list of work or practice, handed in or not", async () => {
    const { rivera, klass, assignment, ana, ben, as } = await setting();
    await work(ben, assignment, ["a", "Some words."]);
    const all = async () => ({
      grid: await results(assignment),
      book: await gradebookTable(klass),
      answers: await responsesTable(klass),
      overview: await listOfClass(klass),
      classes: await listTaught(rivera),
      work: await myWork(await person(await asks(rivera, {}))),
      anas: await myWork(await person(await asks(ana, {}))),
    });
    const before = await all();
    const trial = await tryAssignment(assignment, as(ana));
    await save({ id: trial }, "page", [
      answer(1, "a"),
      { slot: 2, seq: 1, ageMs: 0, response: { v: 1, text: "Mine." } },
    ]);
    expect(await all()).toEqual(before);
    await submit({ id: trial });
    expect(await all()).toEqual(before);
    expect(await refusal(taughtAttempt(await asks(rivera, { attempt: trial })))).toBe(404);
    expect(await refusal(myAttempt(await asks(ana, { attempt: trial })))).toBe(404);
  });

  it("shows results when they would be shown to that student", async () => {
    const { rivera, assignment, as, ben } = await setting({ closesAt: hours(1), ...columnsOf(presets.test) });
    const trial = await tryAssignment(assignment, as(ben));
    await submit({ id: trial });
    expect(await mine(rivera, trial)).toMatchObject({ released: false, assignmentId: assignment.id });
    const open = await setting();
    const other = await tryAssignment(open.assignment, open.as(open.ben));
    await submit({ id: other });
    expect((await mine(open.rivera, other)).released).toBe(true);
  });

  it("copies an assignment with all of its rules and none of its exceptions", async () => {
    const rules = { limitMinutes: 25, graceSeconds: 60, lateAllowed: false, attemptsAllowed: 2 };
    const { rivera, klass, assignment, ana } = await setting({ ...rules, title: "Exit quiz", dueAt: hours(1) });
    await override(assignment, ana.id, { ...none, limitMinutes: 40 });
    const dates = { opensAt: null, dueAt: hours(200), closesAt: null };
    const made = await copyAssignment(assignment, [{ id: uuidv7(), taught: klass, dates }]);
    const copy = await taughtAssignment(await asks(rivera, { assignment: made?.[0] as string }));
    expect(copy).toMatchObject({ ...rules, ...dates, title: "Exit quiz", quiz: assignment.quiz, classId: klass.id });
    expect(await findOverride(copy, ana.id)).toMatchObject({ override: null });
    expect((await taughtClass(await asks(rivera, { class: klass.id }))).id).toBe(copy.classId);
  });
});
