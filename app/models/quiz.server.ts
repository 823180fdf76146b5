import { createHash } from "node:crypto";
import { and, asc, count, eq, sum } from "drizzle-orm";
import { quizSlots, quizzes } from "#drizzle/schema";
import { db, type Tx } from "~/db.server";

export type Quiz = typeof quizzes.$inferSelect;
/** A quiz with what its front page says about it. `points` is the most one can earn. */
export type QuizOverview = Quiz & { questions: number; points: number };

/** The quiz at this address, or undefined. Retired ones are not found. */
export async function findQuiz(slug: string): Promise<QuizOverview | undefined> {
  const [found] = await overview()
    .where(and(eq(quizzes.slug, slug), eq(quizzes.live, true)))
    .groupBy(quizzes.slug);
  return found && { ...found.quiz, questions: found.questions, points: Number(found.points) };
}

/** All quizzes that can be given to a class, by title. */
export async function listQuizzes(): Promise<QuizOverview[]> {
  const found = await overview().where(eq(quizzes.live, true)).groupBy(quizzes.slug).orderBy(asc(quizzes.title));
  return found.map(({ quiz, questions, points }) => ({ ...quiz, questions, points: Number(points) }));
}

function overview() {
  return db()
    .select({ quiz: quizzes, questions: count(), points: sum(quizSlots.weight) })
    .from(quizzes)
    .innerJoin(quizSlots, eq(quizSlots.quiz, quizzes.slug))
    .$dynamic();
}

/**
 * Stores title, practice rule and slots of a quiz; does nothing when they are as stored. Running attempts keep theirs.
 * @returns what happened
 */
export async function putQuiz(
  tx: Tx,
  quiz: {
    slug: string;
    title: string;
    lesson: string | null;
    practice: string;
    slots: { itemId: string; weight: number }[];
  },
): Promise<"added" | "changed" | "same"> {
  const hash = createHash("sha256").update(JSON.stringify(quiz)).digest("hex");
  const [stored] = await tx
    .select({ hash: quizzes.hash, live: quizzes.live })
    .from(quizzes)
    .where(eq(quizzes.slug, quiz.slug));
  if (stored?.hash === hash && stored.live) return "same";
  const { slug, slots, ...rest } = quiz;
  const row = { ...rest, hash, live: true };
  await tx
    .insert(quizzes)
    .values({ slug, ...row })
    .onConflictDoUpdate({ target: quizzes.slug, set: row });
  await tx.delete(quizSlots).where(eq(quizSlots.quiz, slug));
  await tx.insert(quizSlots).values(slots.map((slot, index) => ({ quiz: slug, position: index + 1, ...slot })));
  return stored ? "changed" : "added";
}
