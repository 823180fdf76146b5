import { createHash } from "node:crypto";
import { and, asc, count, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { itemObjectives, itemVersions, objectives, quizSlots, quizzes } from "#drizzle/schema";
import { type Db, type Tx, worded, wordedRows } from "~/db.server";
import type { Objective } from "./objective.server";

export type Quiz = typeof quizzes.$inferSelect;
/** A quiz with what its front page says about it. `points` is the most one can earn. */
export type QuizOverview = Quiz & { questions: number; points: number };

const overviewOf = worded((db) =>
  overview(db)
    .where(and(eq(quizzes.slug, sql.placeholder("slug")), eq(quizzes.live, true)))
    .groupBy(quizzes.slug)
    .prepare("quiz_overview"),
);

/** The quiz at this address, or undefined. Retired ones are not found. */
export async function findQuiz(slug: string): Promise<QuizOverview | undefined> {
  const [found] = await overviewOf().execute({ slug });
  return found && { ...found.quiz, questions: found.questions, points: Number(found.points) };
}

/** The quizzes of the course: first those of lessons, in its order. */
export async function listQuizzes(): Promise<QuizOverview[]> {
  const found = await ofCourse().execute();
  return found.map(({ quiz, questions, points }) => ({ ...quiz, questions, points: Number(points) }));
}

const ofCourse = worded((db) =>
  overview(db)
    .where(and(eq(quizzes.live, true), isNull(quizzes.ownerId)))
    .groupBy(quizzes.slug)
    .orderBy(
      sql`(select l.number from lessons l where l.slug = quizzes.lesson and l.live) nulls last`,
      asc(quizzes.title),
    )
    .prepare("quizzes_of_course"),
);

const measured = worded((db) => {
  const newest = db
    .selectDistinctOn([itemVersions.itemId], { id: itemVersions.id })
    .from(itemVersions)
    .innerJoin(quizSlots, eq(quizSlots.itemId, itemVersions.itemId))
    .where(eq(quizSlots.quiz, sql.placeholder("quiz")))
    .orderBy(itemVersions.itemId, desc(itemVersions.version));
  const ids = db
    .select({ id: itemObjectives.objectiveId })
    .from(itemObjectives)
    .where(inArray(itemObjectives.itemVersionId, newest));
  return db
    .select()
    .from(objectives)
    .where(inArray(objectives.id, ids))
    .orderBy(asc(objectives.id))
    .prepare("objectives_asked");
});

/** What the questions of a quiz measure, by the newest wording of each; in the order of their ids. */
export function objectivesAsked(slug: string): Promise<Objective[]> {
  return measured().execute({ quiz: slug });
}

/** The lessons whose objectives the questions of each of these quizzes measure, by the newest wording of each. */
export async function lessonsAsked(slugs: string[]): Promise<Record<string, string[]>> {
  if (slugs.length === 0) return {};
  const found = await askLessons({ slugs: JSON.stringify(slugs) });
  return Object.fromEntries(found.map(({ quiz, lessons }) => [quiz, lessons]));
}

const askLessons = wordedRows<{ quiz: string; lessons: string[] }>(sql`
  select s.quiz, json_agg(distinct o.lesson) as lessons from quiz_slots s
  cross join lateral (select v.id from item_versions v where v.item_id = s.item_id order by v.version desc limit 1) newest
  join item_objectives m on m.item_version_id = newest.id join objectives o on o.id = m.objective_id
  where s.quiz in (select jsonb_array_elements_text(${sql.placeholder("slugs")}::text::jsonb)) group by s.quiz`);

/** Whether a slot asks for an opinion, in the wording that an attempt would get now. */
export const unscored = sql`coalesce((select v.key is null from item_versions v where v.item_id = quiz_slots.item_id
  and v.version = coalesce(quiz_slots.pinned_version, v.version) order by v.version desc limit 1), false)`;

function overview(db: Db) {
  return db
    .select({
      quiz: quizzes,
      questions: count(),
      points: sql<string>`sum(case when ${unscored} then 0 else ${quizSlots.weight} end)`,
    })
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
