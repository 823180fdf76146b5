import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { people, quizSlots, quizzes } from "#drizzle/schema";
import type { EditedQuiz, SeenQuiz, Teacher } from "~/access/rights";
import { db, type Tx } from "~/db.server";
import { copyQuestions } from "./item-copies.server";
import { unscored } from "./quiz.server";
import { fill, planOf } from "./quiz-builder.server";
import { givable, mayEditQuiz, maySeeQuiz } from "./quiz-sight.server";

/** A quiz on the shelf of a teacher. `points` is the most one can earn. */
export type ShelvedQuiz = {
  slug: string;
  title: string;
  /** Null: it came with the course. */
  ownerId: string | null;
  ownerName: string | null;
  mayEdit: boolean;
  givable: boolean;
  live: boolean;
  questions: number;
  points: number;
  /** Where it was given, newest first: in classes of this teacher. */
  given: { id: string; title: string; className: string }[];
};

/** Every quiz that this teacher may see: those of the course in its order, then her own, then those of others. */
export function listShelf(teacher: Teacher): Promise<ShelvedQuiz[]> {
  return shelf(teacher, maySeeQuiz(teacher));
}

/** The quizzes that this teacher can give to a class now, in the same order. */
export function listGivable(teacher: Pick<Teacher, "id">): Promise<ShelvedQuiz[]> {
  return shelf(teacher, and(givable, maySeeQuiz(teacher)));
}

/** Makes an empty quiz of one's own. @param slug its own: making it again changes nothing @returns its slug */
export async function createQuiz(teacher: Teacher, title: string, slug = uuidv7()): Promise<string> {
  await db()
    .insert(quizzes)
    .values(owned(slug, title, teacher.id))
    .onConflictDoNothing();
  return slug;
}

/**
 * Makes a quiz of one's own that asks the same. Its questions stay the same ones, so that a change of one reaches both
 * quizzes; or they become copies of one's own, which know where they came from.
 * @param slug of the copy: copying again under the same one changes nothing
 * @returns its slug
 */
export function copyQuiz(quiz: SeenQuiz, questions: "linked" | "copied", slug = uuidv7()): Promise<string> {
  return db().transaction(async (tx: Tx) => {
    const row = { ...owned(slug, "", quiz.viewer.id), lesson: quiz.lesson };
    const made = await tx.insert(quizzes).values(row).onConflictDoNothing().returning({ slug: quizzes.slug });
    if (made.length === 0) return slug;
    const plan = await planOf(quiz, tx);
    const copies =
      questions === "copied" ? await copyQuestions(tx, plan.slots, quiz.viewer) : new Map<string, string>();
    await fill(tx, slug, {
      ...plan,
      settings: { ...plan.settings, title: `Copy of ${quiz.title}`.slice(0, 120), practice: "nobody" },
      slots: plan.slots.map((slot) => {
        const copy = slot.itemId === null ? undefined : copies.get(slot.itemId);
        return copy ? { ...slot, itemId: copy, pinnedVersion: null } : slot;
      }),
    });
    return slug;
  });
}

/** Takes a quiz off the shelf, or puts it back. What was given of it, and every report, stays as it is. */
export async function setLive(quiz: EditedQuiz, live: boolean): Promise<void> {
  await db().update(quizzes).set({ live }).where(eq(quizzes.slug, quiz.slug));
}

/** Lets other teachers of this installation change a quiz too, or not any more. Only its owner can say. */
export async function share(quiz: EditedQuiz, shared: boolean): Promise<void> {
  await db()
    .update(quizzes)
    .set({ shared })
    .where(and(eq(quizzes.slug, quiz.slug), eq(quizzes.ownerId, quiz.viewer.id)));
}

const owned = (slug: string, title: string, ownerId: string) => ({
  ...{ slug, title, ownerId, practice: "nobody" },
  changedAt: sql`date_trunc('milliseconds', clock_timestamp())`,
});

function shelf(teacher: Pick<Teacher, "id">, which: SQL | undefined): Promise<ShelvedQuiz[]> {
  const whose = sql`case when ${quizzes.ownerId} is null then 0 when ${quizzes.ownerId} = ${teacher.id}::uuid then 1 else 2 end`;
  const place = sql`(select l.number from lessons l where l.slug = ${quizzes.lesson} and l.live)`;
  const own = sql`exists (select 1 from enrolments e where e.class_id = a.class_id and e.person_id = ${teacher.id}::uuid
    and e.role = 'teacher' and e.removed_at is null)`;
  return db()
    .select({
      slug: quizzes.slug,
      title: quizzes.title,
      ownerId: quizzes.ownerId,
      ownerName: people.name,
      mayEdit: mayEditQuiz(teacher),
      givable,
      live: quizzes.live,
      questions: sql<number>`(select count(*)::int from ${quizSlots} s where s.quiz = ${quizzes.slug})`,
      points: sql<number>`(select coalesce(sum(case when ${unscored} then 0 else quiz_slots.weight end), 0)::float8
        from ${quizSlots} where quiz_slots.quiz = ${quizzes.slug})`,
      given: sql<
        ShelvedQuiz["given"]
      >`(select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'title', a.title, 'className', c.name) order by a.created_at desc), '[]')
        from assignments a join classes c on c.id = a.class_id where a.quiz = ${quizzes.slug} and a.removed_at is null and ${own})`,
    })
    .from(quizzes)
    .leftJoin(people, eq(people.id, quizzes.ownerId))
    .where(which)
    .orderBy(whose, sql`case when ${quizzes.ownerId} is null then ${place} end nulls last`, asc(quizzes.title));
}
