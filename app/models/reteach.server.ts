import { and, eq, inArray, isNull } from "drizzle-orm";
import { assignments, assignmentTargets, enrolments, quizSlots, quizzes } from "#drizzle/schema";
import type { TaughtClass } from "~/access/rights";
import { db } from "~/db.server";
import { columnsOf } from "./assignment-draft.server";
import { evidenceOf } from "./evidence.server";
import { listEntries } from "./ledger.server";
import { placesToRead } from "./lesson.server";
import { misconceptionsOf, type Place, placesOf } from "./misconceptions.server";
import { presets } from "./review-matrix";
import { type Likeness, type Twin, twinsFor } from "./twins.server";

/** What is to be taught again: a misconception, or what one answer to one wording of a question shows. */
export type About = { assignment?: string | undefined } & ({ idea: string } | { version: string; code: string });

/** A way to teach it again: to whom, with which section, by which questions. */
export type Proposal = {
  /** The misconception, where there is one, and its words. */
  misconception: string | null;
  idea: string | null;
  /** What the students were asked, where it is about one question. */
  stem: string | null;
  students: { person: string; name: string; sure: boolean }[];
  places: Place[];
  twins: Twin[];
};

/** What its teacher decided. `place` is "lesson/section", "" for none. */
export type Plan = {
  title: string;
  dueAt: Date | null;
  students: string[];
  place: string;
  items: string[];
};

/** @returns undefined when nobody of the class has met it, or too few to say who holds it */
export async function propose(to: TaughtClass, about: About): Promise<Proposal | undefined> {
  if ("version" in about) return proposeByAnswer(to, about);
  const { ideas } = await misconceptionsOf(to, about.assignment);
  const found = ideas.find(({ id }) => id === about.idea);
  if (!found) return undefined;
  const { id, idea, holders, places } = found;
  const like = { idea: id };
  return { misconception: id, idea, stem: null, students: holders, places, twins: await twins(to, holders, like) };
}

/** To the students whose newest answer to a wording has this code; for the misconception behind it, where one is named. */
async function proposeByAnswer(
  to: TaughtClass,
  { version, code, assignment }: Extract<About, { version: string }>,
): Promise<Proposal | undefined> {
  const { given, attempts, students } = await evidenceOf(to, version);
  const [asked] = given.map((one) => one.asked);
  if (!asked) return undefined;
  const newest = new Map<string, { number: number; chose: boolean; sure: boolean }>();
  for (const { codes, full, attempts: numbers, sure } of given)
    numbers.forEach((number, index) => {
      const one = attempts[number];
      if (!one || (assignment && one.assignment !== assignment)) return;
      if (number < (newest.get(one.person)?.number ?? 0)) return;
      newest.set(one.person, { number, chose: !full && codes.includes(code), sure: sure[index] === 3 });
    });
  const chose = [...students].flatMap(([person, name]) => {
    const one = newest.get(person);
    return one?.chose ? [{ person, name, sure: one.sure }] : [];
  });
  const [misconception = null] = asked.feedback.misconceptions[code] ?? [];
  const entry = (await listEntries("misconception")).find(({ id }) => id === misconception);
  return {
    misconception,
    idea: misconception && (entry?.idea ?? misconception),
    stem: asked.stem,
    students: chose,
    places: placesOf([asked], await placesToRead()),
    twins: await twins(to, chose, misconception ? { idea: misconception } : { objectivesOf: version }),
  };
}

const twins = (to: TaughtClass, students: { person: string }[], like: Likeness) =>
  twinsFor(
    to.viewer,
    students.map(({ person }) => person),
    like,
  );

/**
 * Gives a section, some questions or both to some students of a class, and to nobody else in it. The questions make a quiz
 * of this teacher's, which nobody practises; it opens after the section.
 * @param ids of the assignment and its quiz: giving it again under the same ones changes nothing
 * @returns the assignment's id; or which part of the plan does not hold any more
 */
export async function teachAgain(
  to: TaughtClass,
  proposal: Proposal,
  plan: Plan,
  ids: { assignment: string; quiz: string },
): Promise<{ id: string } | { stale: "students" | "place" | "items" }> {
  const stale = await unfit(to, proposal, plan);
  if (stale) {
    // A second press finds its questions kept back by what the first one gave.
    const [made] = await db().select().from(assignments).where(eq(assignments.id, ids.assignment));
    return made?.classId === to.id ? { id: made.id } : { stale };
  }
  const [lesson = null, section = null] = plan.place === "" ? [] : plan.place.split("/");
  const quiz = plan.items.length > 0 ? ids.quiz : null;
  await db().transaction(async (tx) => {
    if (quiz) {
      const row = { slug: quiz, title: plan.title, lesson, practice: "nobody", ownerId: to.viewer.id };
      const made = await tx.insert(quizzes).values(row).onConflictDoNothing().returning({ slug: quizzes.slug });
      const slots = plan.items.map((itemId, index) => ({ quiz, position: index + 1, itemId, weight: 1 }));
      if (made.length > 0) await tx.insert(quizSlots).values(slots);
    }
    const given = { id: ids.assignment, classId: to.id, quiz, lesson, section, lessonFirst: Boolean(quiz && lesson) };
    const made = await tx
      .insert(assignments)
      .values({
        ...{ ...given, ...columnsOf(presets.homework), title: plan.title, dueAt: plan.dueAt },
        ...{ everybody: false, misconception: proposal.misconception, attemptsAllowed: 1, createdBy: to.viewer.id },
      })
      .onConflictDoNothing()
      .returning({ id: assignments.id });
    const targets = plan.students.map((personId) => ({ assignmentId: ids.assignment, classId: to.id, personId }));
    if (made.length > 0) await tx.insert(assignmentTargets).values(targets);
  });
  return { id: ids.assignment };
}

/** What of a plan does not hold: somebody has left the class, a section or a question is not offered any more. */
async function unfit(to: TaughtClass, proposal: Proposal, { students, place, items }: Plan) {
  const here = and(
    eq(enrolments.classId, to.id),
    eq(enrolments.role, "student"),
    isNull(enrolments.removedAt),
    inArray(enrolments.personId, students),
  );
  if ((await db().$count(enrolments, here)) < students.length) return "students";
  if (place !== "" && !proposal.places.some((one) => one.place === place)) return "place";
  return items.every((id) => proposal.twins.some(({ item }) => item === id)) ? null : "items";
}
