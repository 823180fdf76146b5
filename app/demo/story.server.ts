/*
 * The sample class. Ms Rivera teaches 9B in Madrid. Three days ago she gave 9B the first quiz; it closed yesterday. Most
 * handed in, some after it was due, three never began. She has marked about half of the written answers. This morning
 * she gave it again, to try once more at home: it is open, a few are in the middle of it, a few are done.
 */
import { eq, sql } from "drizzle-orm";
import { assignments, attempts, enrolments } from "#drizzle/schema";
import { grant } from "~/access/grant";
import type { MyAssignment, Person, TaughtAttempt, TaughtClass, Teacher } from "~/access/rights";
import { db } from "~/db.server";
import { interactions } from "~/interactions/registry.server";
import { seeded } from "~/interactions/shuffled";
import { save } from "~/models/answer-log.server";
import { assign } from "~/models/assignment.server";
import { startAssigned } from "~/models/attempt.server";
import { create } from "~/models/classroom.server";
import { mark } from "~/models/marking.server";
import { createPerson, grantTeaching } from "~/models/person.server";
import { nameKey } from "~/models/roster.server";
import { submit } from "~/models/submission.server";
import { slip } from "./answering";

type Goes = "on time" | "late" | "never" | "running";
type Character = { name: string; knows: number; first: Goes; second?: Goes; sample?: string };

const hours = 3_600_000;
const quiz = "in-transit-and-at-rest";

export async function tellStory(): Promise<void> {
  const now = Date.now();
  const rivera = await person("Ms Rivera", "teacher");
  await grantTeaching(rivera.id, null);
  const classId = await create(grant({ ...rivera, mayTeach: true }) as Teacher, { name: "9B", zone: "Europe/Madrid" });
  const nineB = grant({ id: classId, name: "9B", zone: "Europe/Madrid", viewer: rivera }) as unknown as TaughtClass;

  const rules = { attemptsAllowed: 1, reviewWhen: "after_submit" as const };
  const first = await assign(nineB, quiz, {
    ...rules,
    title: "Lesson 1 quiz",
    opensAt: null,
    dueAt: null,
    closesAt: null,
  });
  const again = await assign(nineB, quiz, {
    ...rules,
    title: "Lesson 1 quiz, once more at home",
    opensAt: null,
    dueAt: null,
    closesAt: null,
  });
  if (!first || !again) throw new Error(`The course has no quiz ${quiz}.`);

  const random = seeded(9);
  let handedIn = 0;
  for (const [index, character] of cast.entries()) {
    const student = await person(character.name, character.sample);
    await db()
      .insert(enrolments)
      .values({
        classId,
        personId: student.id,
        role: "student",
        name: character.name,
        nameKey: nameKey(character.name),
        joinedAt: new Date(now - 240 * hours),
      });
    if (character.first !== "never") {
      const began = now - (character.first === "late" ? 40 : 70) * hours + index * 300_000;
      const attempt = await go(
        first,
        nineB,
        student,
        character.knows,
        random,
        character.first === "running" ? 9 : 14,
        began,
      );
      await submit({ id: attempt });
      await moveBack(attempt, began);
      handedIn++;
      if (handedIn % 2 === 0) await markByHand(attempt, rivera, character.knows);
    }
    if (character.second && character.second !== "never") {
      const began = now - 2 * hours + index * 120_000;
      const attempt = await go(
        again,
        nineB,
        student,
        Math.min(1, character.knows + 0.15),
        random,
        character.second === "running" ? 6 : 14,
        began,
      );
      if (character.second !== "running") await submit({ id: attempt });
      await moveBack(attempt, began);
    }
  }
  await date(first, {
    opensAt: new Date(now - 72 * hours),
    dueAt: new Date(now - 48 * hours),
    closesAt: new Date(now - 24 * hours),
  });
  await date(again, {
    opensAt: new Date(now - 3 * hours),
    dueAt: new Date(now + 24 * hours),
    closesAt: new Date(now + 72 * hours),
  });
}

/** Thirty students: who did well, badly, late, not at all; who is in the middle of it now. */
const cast: Character[] = [
  { name: "Ana Alves", knows: 0.86, first: "on time", second: "running", sample: "student, half-way through a quiz" },
  { name: "Ben Okafor", knows: 0.45, first: "late", sample: "student who was late" },
  {
    name: "Chiara Conti",
    knows: 0.95,
    first: "on time",
    second: "on time",
    sample: "student with everything handed in",
  },
  { name: "Dmitri Volkov", knows: 0.6, first: "never", sample: "student who has not begun" },
  ...(
    [
      ["Emma Berg", 0.8],
      ["Farid Haddad", 0.7],
      ["Grace Kim", 0.92],
      ["Hugo Martin", 0.55],
      ["Ines Duarte", 0.75],
      ["Jonas Weber", 0.35],
      ["Kofi Mensah", 0.65],
      ["Lea Novak", 0.5],
      ["Mei Chen", 0.9],
      ["Nadia Rahman", 0.78],
      ["Omar Aziz", 0.6],
      ["Paula Gil", 0.68],
      ["Quentin Roy", 0.4],
      ["Rosa Lima", 0.73],
      ["Sami Korhonen", 0.82],
      ["Tara Singh", 0.88],
      ["Uwe Brandt", 0.58],
      ["Vera Petrova", 0.77],
      ["Will Turner", 0.48],
      ["Ximena Rojas", 0.84],
      ["Yusuf Demir", 0.62],
      ["Zoe Laurent", 0.7],
      ["Amina Diallo", 0.79],
      ["Bruno Costa", 0.53],
    ] as const
  ).map(
    ([name, knows], index): Character => ({
      name,
      knows,
      first: index % 9 === 4 ? "late" : "on time",
      ...(index % 6 === 0 ? { second: index % 12 === 0 ? "running" : "on time" } : {}),
    }),
  ),
  { name: "Carl Lindqvist", knows: 0.5, first: "never" },
  { name: "Dina Katz", knows: 0.66, first: "never" },
];

async function person(name: string, sample?: string): Promise<Person> {
  const id = await createPerson(sample ? { name, sample } : { name });
  return { id, name, mayTeach: false, host: false, guest: false, sample: sample ?? null };
}

/** One go at an assignment: answers `upTo` questions, knowing each with the chance `knows`. @returns the attempt's id */
async function go(
  assignmentId: string,
  of: TaughtClass,
  student: Person,
  knows: number,
  random: () => number,
  upTo: number,
  began: number,
): Promise<string> {
  const [given] = await db().select().from(assignments).where(eq(assignments.id, assignmentId));
  const attempt = await startAssigned(
    grant({ ...given, zone: of.zone, className: of.name, viewer: student }) as unknown as MyAssignment,
  );
  const paper = await keys(attempt);
  const answers = paper.slice(0, upTo).flatMap(({ slot, interaction, body, key }, index) => {
    if (random() > 0.98) return [];
    const type = interactions[interaction];
    const solution = type.solution(body, key);
    const writes = interaction === "extended-text";
    return [
      {
        slot,
        seq: index + 1,
        ageMs: Date.now() - began - (index + 1) * 70_000,
        response: random() < knows && !writes ? solution : slip(interaction, body, solution, random),
      },
    ];
  });
  await db()
    .update(attempts)
    .set({ startedAt: new Date(began) })
    .where(eq(attempts.id, attempt));
  await save({ id: attempt }, "sample-class", answers);
  return attempt;
}

/** Marks the written answer of a handed-in attempt, with a word on it. */
async function markByHand(attemptId: string, by: Person, knows: number): Promise<void> {
  const score = Math.round(knows * 4 * 2) / 2;
  const comment =
    score >= 3 ? "Clear, and you name the speaker and the date." : "Which stretch of the path is each statement about?";
  await mark(grant({ id: attemptId, viewer: by }) as unknown as TaughtAttempt, 14, { score, comment });
}

async function keys(attemptId: string) {
  const result = await db().query.attemptSlots.findMany({
    where: (slot, { eq }) => eq(slot.attemptId, attemptId),
    orderBy: (slot, { asc }) => asc(slot.slot),
  });
  const versions = await db().query.itemVersions.findMany();
  return result.map(({ slot, itemVersionId }) => {
    const version = versions.find(({ id }) => id === itemVersionId);
    if (!version) throw new Error("An attempt points at a version that is not there.");
    const interaction = version.interaction as keyof typeof interactions;
    return {
      slot,
      interaction,
      body: interactions[interaction].body.parse(version.body),
      key: interactions[interaction].key.parse(version.key),
    };
  });
}

async function date(assignmentId: string, when: { opensAt: Date; dueAt: Date; closesAt: Date }): Promise<void> {
  await db().update(assignments).set(when).where(eq(assignments.id, assignmentId));
  await db().update(attempts).set({ deadline: when.closesAt }).where(eq(attempts.assignmentId, assignmentId));
}

/** Twenty minutes after it began is when a sample student handed in. */
async function moveBack(attemptId: string, began: number): Promise<void> {
  const done = new Date(began + 20 * 60_000);
  await db()
    .update(attempts)
    .set({ submittedAt: sql`case when submitted_at is null then null else ${done.toISOString()}::timestamptz end` })
    .where(eq(attempts.id, attemptId));
}
