import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { enrolments, people } from "#drizzle/schema";
import { taughtAttempt } from "~/access/attempts.server";
import { myAssignment, taughtAssignment, taughtClass } from "~/access/classes.server";
import { type Args, teacher } from "~/access/visitor.server";
import { db } from "~/db.server";
import { save } from "~/models/answer-log.server";
import { assign, type Given } from "~/models/assignment.server";
import type { AssignmentDraft } from "~/models/assignment-draft.server";
import { startAssigned } from "~/models/attempt.server";
import { create } from "~/models/classroom.server";
import { nameKey } from "~/models/roster.server";
import { submit } from "~/models/submission.server";
import { beginSession } from "~/session.server";
import { draft, makeQuiz } from "../factories";

export type Someone = { id: string; name: string };

/** What a route gets when this person's browser asks. */
export async function asks(person: Someone, params: Record<string, string>): Promise<Args> {
  const address = "http://127.0.0.1/";
  const headers = await beginSession(new Request(address), person.id);
  return { request: new Request(address, { headers: { Cookie: headers.get("Set-Cookie") ?? "" } }), params };
}

/** The status that an access function refuses with. */
export async function refusal(asked: Promise<unknown>): Promise<number> {
  const thrown = await asked.then(
    () => null,
    (error: unknown) => error,
  );
  return thrown instanceof Response ? thrown.status : 0;
}

export async function makeTeacher(name = "Ms Rivera"): Promise<Someone> {
  const person = { id: uuidv7(), name };
  await db()
    .insert(people)
    .values({ ...person, mayTeachSince: sql`now()` });
  return person;
}

/** A class of this zone with its teacher. */
export async function makeClass(name = "9B", zone = "Europe/Madrid") {
  const rivera = await makeTeacher();
  const id = await create(await teacher(await asks(rivera, {})), { name, zone });
  return { rivera, klass: await taughtClass(await asks(rivera, { class: id })) };
}

export async function makeStudent(klass: { id: string }, name: string): Promise<Someone> {
  const person = { id: uuidv7(), name };
  await db().insert(people).values(person);
  await db()
    .insert(enrolments)
    .values({ classId: klass.id, personId: person.id, role: "student", name, nameKey: nameKey(name) });
  return person;
}

/** A quiz of two choices worth 1 each and, when asked for, a text worth 4 in points of the slot. */
export function makeMixedQuiz(): Promise<string> {
  return makeQuiz([draft(), essay()], 4);
}

export const essay = () =>
  draft({
    interaction: "extended-text",
    stem: "Explain.",
    body: { v: 1, words: { min: 1, max: 100 } },
    key: { v: 1, rubric: [{ points: 4, criterion: "Says why" }], model: "Because.", note: "Watch for mixing the two." },
    texts: {},
  });

/** An assignment that is open and stays open. */
export async function give(
  rivera: Someone,
  klass: Awaited<ReturnType<typeof makeClass>>["klass"],
  quiz: string | Given,
  rules: Partial<AssignmentDraft> = {},
) {
  const id = await assign(klass, quiz, {
    opensAt: null,
    dueAt: null,
    closesAt: null,
    attemptsAllowed: 1,
    ...rules,
  });
  return taughtAssignment(await asks(rivera, { assignment: id as string }));
}

/** Starts this student's attempt and answers: a letter chooses, a longer text is written. @returns the attempt's id */
export async function work(student: Someone, assignment: { id: string }, answers: (string | null)[]): Promise<string> {
  const id = await startAssigned(await myAssignment(await asks(student, { assignment: assignment.id })));
  const given = answers.map((text, index) => ({
    slot: index + 1,
    seq: 1,
    ageMs: 0,
    response: text && (text.length === 1 ? { v: 1, chosen: [text] } : { v: 1, text }),
  }));
  await save({ id }, "page", given);
  return id;
}

export async function handIn(
  student: Someone,
  assignment: { id: string },
  answers: (string | null)[],
): Promise<string> {
  const id = await work(student, assignment, answers);
  await submit({ id });
  return id;
}

export const opened = async (rivera: Someone, attempt: string) => taughtAttempt(await asks(rivera, { attempt }));
export const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
