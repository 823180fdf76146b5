import { myAssignment } from "~/access/classes.server";
import { startAssigned } from "~/models/attempt.server";
import type { OverrideDraft } from "~/models/override.server";
import { attemptOf, makeQuiz } from "../factories";
import { asks, give, makeClass, makeStudent, type Someone } from "./teaching";

export const minute = 60_000;
/** An accommodation of half as much time again. */
export const half = { timeFactor: 1.5, extraAttempts: 0, noTimer: false, calm: false };
/** An exception that changes nothing. */
export const none: OverrideDraft = {
  opensAt: null,
  dueAt: null,
  closesAt: null,
  attemptsAllowed: null,
  limitMinutes: null,
  password: null,
};
/** An assignment that is always open, for one attempt. */
export const usual = { opensAt: null, dueAt: null, closesAt: null, attemptsAllowed: 1 };

/** Minutes from the start to the stored deadline, to the hundredth; null without one. */
export async function given(id: string): Promise<number | null> {
  const { startedAt, deadline } = await attemptOf(id);
  return deadline && Math.round(((deadline.getTime() - startedAt.getTime()) / minute) * 100) / 100;
}

export const mine = async (student: Someone, { id }: { id: string }) =>
  myAssignment(await asks(student, { assignment: id }));

export const start = async (student: Someone, assignment: { id: string }) =>
  startAssigned(await mine(student, assignment));

/** A class of two to whom a quiz of three choices is given under these rules. */
export async function setting(rules: Parameters<typeof give>[3]) {
  const { rivera, klass } = await makeClass();
  const assignment = await give(rivera, klass, await makeQuiz(), rules);
  const [ana, ben] = [await makeStudent(klass, "Ana"), await makeStudent(klass, "Ben")];
  return { rivera, klass, assignment, ana, ben };
}
