/*
 * Files to rows, at every start that finds other files than the last. Order matters, because later rows point at earlier ones:
 * 1. read everything in content/ and hold it against the rules; nothing is written when anything is wrong
 * 2. objectives
 * 3. the ledger: articles, claims, background, doubtful passages, readers' comments, terms, misconceptions, events, pairs,
 *    investigations of the lab
 * 4. items, each only when it differs from its newest version
 * 5. quizzes with their slots
 * 6. lessons with their sections and teacher notes, each only when it differs from its newest version
 * A quiz, lesson or entry whose file is gone is retired, never deleted: people's work points at it.
 */
import { and, eq, isNull, notInArray, sql } from "drizzle-orm";
import { courseSyncs, quizzes } from "#drizzle/schema";
import { db, rows, type Tx } from "~/db.server";
import { addVersion, type ItemDraft } from "~/models/item.server";
import { type Entry, type EntryKind, putLedger } from "~/models/ledger.server";
import { type LessonDraft, putLesson, retireLessonsExcept, storedCourse } from "~/models/lesson.server";
import { putObjectives } from "~/models/objective.server";
import { putQuiz } from "~/models/quiz.server";
import { readCourse } from "./course.server";
import type { Course } from "./course-type";
import { digest } from "./digest.server";
import type { AuthoredLesson } from "./lesson-file.server";
import type { AuthoredItem } from "./quiz-file.server";

/** What a sync did, for the log: an empty list when the files say what is stored already. */
export type Changes = string[];

/**
 * Brings the database to what the files in `content` say, in one transaction. Doing it twice changes nothing.
 * @param program the built server, where it is what runs: files that it has read before are not read again, which is most
 *   of a start. Without it (tests, development) they always are.
 * @throws ContentError, before anything is written
 */
export async function syncCourse(content = "content", program?: string): Promise<Changes> {
  const made = program ? digest(content, program) : null;
  if (made && (await db().select().from(courseSyncs))[0]?.digest === made) return [];
  const course = readCourse(content);
  const changes: Changes = [];
  await db().transaction(async (tx) => {
    const sync = { digest: made, syncedAt: sql`now()` };
    await tx.insert(courseSyncs).values(sync).onConflictDoUpdate({ target: courseSyncs.only, set: sync });
    changes.push(...(await putObjectives(tx, course.objectives.value)));
    for (const [kind, entries] of ledgerOf(course)) changes.push(...(await putLedger(tx, kind, entries)));
    for (const item of [...course.checks, ...course.quizzes.flatMap((quiz) => quiz.items)]) {
      const { version, added } = await addVersion(tx, itemDraft(item));
      if (added) changes.push(`item ${item.id}: version ${version}`);
    }
    for (const { slug, title, lesson, practice, items } of course.quizzes) {
      const slots = items.map((item) => ({ itemId: item.id, weight: item.points as number }));
      const happened = await putQuiz(tx, { slug, title, lesson, practice, slots });
      if (happened !== "same") changes.push(`quiz ${slug}: ${happened}`);
    }
    changes.push(
      ...(await retireQuizzesExcept(
        tx,
        course.quizzes.map((quiz) => quiz.slug),
      )),
    );
    for (const lesson of course.lessons) {
      const { version, added } = await putLesson(tx, lessonDraft(lesson, course));
      if (added) changes.push(`lesson ${lesson.slug}: version ${version}`);
    }
    changes.push(
      ...(await retireLessonsExcept(
        tx,
        course.lessons.map((lesson) => lesson.slug),
      )),
    );
  });
  return changes;
}

/** Which course is stored, by whichever process: see `storedCourse`. */
export async function courseStored(): Promise<string> {
  const [found] = await rows<{ course: string }>(sql`select ${storedCourse} as course`);
  return found?.course ?? "";
}

async function retireQuizzesExcept(tx: Tx, slugs: string[]): Promise<Changes> {
  const gone = await tx
    .update(quizzes)
    .set({ live: false })
    .where(and(eq(quizzes.live, true), isNull(quizzes.ownerId), notInArray(quizzes.slug, slugs)))
    .returning({ slug: quizzes.slug });
  return gone.map(({ slug }) => `quiz ${slug}: retired`);
}

function ledgerOf(course: Course): [EntryKind, Entry[]][] {
  return [
    ["source", course.sources.value],
    ["claim", course.claims.value],
    ["background", course.background.value],
    ["doubt", course.doubts.value],
    ["comment", course.comments.value.map(({ id, article, paraphrase }) => ({ id, article, paraphrase }))],
    ["comment-key", course.comments.value.map(({ article: _, paraphrase: __, ...key }) => key)],
    ["term", course.terms.value],
    ["misconception", course.misconceptions.value],
    ["event", course.events.value],
    ["pair", course.pairs.value],
    ["investigation", course.investigations.value],
  ];
}

/** Only what belongs to the wording: a question that moves to another line or earns other points stays the same one. */
function itemDraft({
  id,
  interaction,
  objectives,
  difficulty,
  sources,
  read,
  stem,
  body,
  key,
  hints,
  explanation,
  texts,
  misconceptions,
}: AuthoredItem): ItemDraft {
  return {
    id,
    interaction,
    objectives,
    difficulty,
    sources,
    read,
    stem,
    body,
    key,
    hints,
    explanation,
    texts,
    misconceptions,
  };
}

function lessonDraft({ slug, front, sections }: AuthoredLesson, course: Course): LessonDraft {
  const { number, reading_minutes, lab_minutes, ...rest } = front;
  const notes = course.notes.find((one) => one.lesson === slug);
  return {
    slug,
    number,
    front: {
      ...rest,
      readingMinutes: reading_minutes,
      labMinutes: lab_minutes ?? 0,
      notes: notes ? { title: notes.title, tree: notes.tree } : null,
    },
    sections: sections.map((section) => ({ slug: section.slug, heading: section.heading, tree: section.tree })),
  };
}
