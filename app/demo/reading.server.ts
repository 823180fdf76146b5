import { and, eq } from "drizzle-orm";
import { lessonAnswers, readingProgress } from "#drizzle/schema";
import { db } from "~/db.server";
import { listLessons } from "~/models/lesson.server";
import { keepAnswer, type LessonAnswer } from "~/models/lesson-answer.server";
import { on } from "./calendar";
import type { Student } from "./week.server";

/** How many sections of lessons 1, 2 and 3 the sample people have read. -1 is all but the last. */
export const read: Record<string, [number, number, number]> = {
  "Ana Alves": [99, 99, -1],
  "Ben Okafor": [99, 4, 0],
  "Chiara Conti": [99, 99, 99],
  "Dmitri Volkov": [3, 0, 0],
};
/** The weeks in which they read them, each time on the Tuesday. */
const weeks = [-3, -2, -1];

type Said = Pick<LessonAnswer, "block"> & { kind: "predict" | "reflect"; chosen: string[]; text: string };

/** What they predicted and noted while reading, by lesson. */
const said: Record<string, Said[][]> = {
  "Ana Alves": [
    [
      predicted("both-true", ["depends"], "It depends on what exactly he calls traffic."),
      predicted("where-read", ["link", "disk"]),
      noted(
        "what-july-left-out",
        "The link between servers. In November she said “server to server”, in July nobody did.",
      ),
    ],
    [predicted("no-direct-access", ["login"])],
  ],
  "Ben Okafor": [
    [predicted("both-true", ["no"], "If they encrypt it then it is encrypted."), predicted("where-read", ["wifi"])],
  ],
  "Chiara Conti": [
    [
      predicted("both-true", ["yes"], "One is about sending and one is about keeping."),
      predicted("where-read", ["link", "disk"]),
      noted(
        "what-july-left-out",
        "Traffic between Microsoft’s own servers. Belz said that it was generally not encrypted.",
      ),
    ],
    [
      predicted("no-direct-access", ["login"]),
      noted("independent-test", "An audit by engineers from outside. It would only show the systems of that day."),
    ],
  ],
  "Dmitri Volkov": [[predicted("both-true", ["no"], "One of them must be a lie.")]],
};

/** Lets the sample people read, so that each has a place where they left off. */
export async function readLessons(students: Student[]): Promise<void> {
  const lessons = await listLessons();
  const marks: (typeof readingProgress.$inferInsert)[] = [];
  for (const { name, person } of students.filter(({ sample }) => sample))
    for (const [index, lesson] of lessons.slice(0, weeks.length).entries()) {
      const readAt = on(weeks[index] as number, 2, "17:20");
      const upTo = read[name]?.[index] ?? 0;
      const done = lesson.sections.slice(0, upTo);
      marks.push(...done.map(({ slug }) => ({ personId: person.id, lesson: lesson.slug, section: slug, readAt })));
      for (const { block, kind, chosen, text } of said[name]?.[index] ?? [])
        await keepAnswer(person, lesson.slug, {
          block,
          kind,
          value: { v: 1, chosen, text },
          shared: kind === "reflect",
        });
      const answered = and(eq(lessonAnswers.personId, person.id), eq(lessonAnswers.lesson, lesson.slug));
      await db().update(lessonAnswers).set({ madeAt: readAt }).where(answered);
    }
  await db().insert(readingProgress).values(marks);
}

function predicted(block: string, chosen: string[], text = ""): Said {
  return { block, kind: "predict", chosen, text };
}

function noted(block: string, text: string): Said {
  return { block, kind: "reflect", chosen: [], text };
}
