import { asc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { people, quizSections, quizSlots, quizzes } from "#drizzle/schema";
import type { EditedQuiz } from "~/access/rights";
import { db, rows, type Tx } from "~/db.server";
import { Bands } from "./bands";
import { Draw } from "./draw";
import { drawWords } from "./draw-words";
import type { Quiz } from "./quiz.server";
import { type Change, Plan, practices, type Slot } from "./quiz-plan";

/** What was done to a quiz last. `before` is how it was until then. */
const LastChange = z.object({ v: z.literal(1), said: z.string(), by: z.string(), before: Plan });

/** What a change came to. "stale": somebody else has changed the quiz since the page was drawn, and nothing was stored. */
export type Outcome = "stale" | "same" | { said: string };

/** Names the state of a quiz that a page was drawn with. */
export function stateOf({ changedAt }: Pick<Quiz, "changedAt">): string {
  return changedAt?.toISOString() ?? "";
}

/** The quiz as its builder changes it. */
export async function planOf(quiz: Quiz, on: Pick<Tx, "select"> = db()): Promise<Plan> {
  const sections = await on
    .select()
    .from(quizSections)
    .where(eq(quizSections.quiz, quiz.slug))
    .orderBy(asc(quizSections.position));
  const slots = await on.select().from(quizSlots).where(eq(quizSlots.quiz, quiz.slug)).orderBy(asc(quizSlots.position));
  const numbers = sections.map(({ position }) => position);
  const { title, intro, perPage, sequential, shuffleQuestions, shuffleOptions } = quiz;
  return {
    v: 1,
    settings: {
      ...{ title, intro, perPage, sequential, shuffleQuestions, shuffleOptions },
      practice: z.enum(practices).parse(quiz.practice),
      bands: Bands.nullable().parse(quiz.bands),
    },
    sections: sections.map(({ heading, text, stimulus }) => ({ heading, text, stimulus })),
    slots: slots.map(({ section, itemId, pinnedVersion, draw, weight }) => ({
      section: section === null ? null : numbers.indexOf(section),
      ...{ itemId, pinnedVersion, weight },
      draw: draw === null ? null : Draw.parse(draw),
    })),
  };
}

/**
 * Changes a quiz. Attempts that were started keep what they were started with.
 * @param seen the state that the page was drawn with, for a change that would overwrite what somebody else did since;
 * null for one that only adds
 */
export function change(quiz: EditedQuiz, seen: string | null, by: Change): Promise<Outcome> {
  return db().transaction(async (tx) => {
    const held = await hold(tx, quiz);
    if (seen !== null && seen !== stateOf(held)) return "stale";
    const before = await planOf(held, tx);
    const changed = by(before, () => "");
    if (!changed) return "same";
    const name = await names(tx, [...before.slots, ...changed.plan.slots]);
    const said = by(before, name)?.said ?? "";
    await store(tx, quiz, changed.plan, { said, before });
    return { said };
  });
}

/** Puts a quiz back to how it was before its last change. Doing it twice does the change again. */
export function undo(quiz: EditedQuiz, seen: string): Promise<Outcome> {
  return db().transaction(async (tx) => {
    const held = await hold(tx, quiz);
    if (seen !== stateOf(held)) return "stale";
    const last = LastChange.safeParse(held.lastChange).data;
    if (!last) return "same";
    const said = last.said.startsWith(undone) ? `Did again: ${last.said.slice(undone.length)}` : undone + last.said;
    await store(tx, quiz, last.before, { said, before: await planOf(held, tx) });
    return { said };
  });
}

const undone = "Undone: ";

/** What was done to a quiz last and by whom, or null when nothing was since it was made. */
export async function lastChange({ lastChange }: Quiz): Promise<{ said: string; by: string } | null> {
  const last = LastChange.safeParse(lastChange).data;
  if (!last) return null;
  const [who] = await db().select({ name: people.name }).from(people).where(eq(people.id, last.by));
  return { said: last.said, by: who?.name ?? "somebody" };
}

/** Writes a plan into a quiz that has no questions yet. */
export async function fill(tx: Tx, slug: string, plan: Plan): Promise<void> {
  await tx.update(quizzes).set(plan.settings).where(eq(quizzes.slug, slug));
  if (plan.sections.length > 0)
    await tx
      .insert(quizSections)
      .values(plan.sections.map((section, index) => ({ quiz: slug, position: index + 1, ...section })));
  if (plan.slots.length > 0)
    await tx.insert(quizSlots).values(
      plan.slots.map(({ section, ...slot }, index) => ({
        ...{ quiz: slug, position: index + 1, ...slot },
        section: section === null ? null : section + 1,
      })),
    );
}

async function hold(tx: Tx, quiz: EditedQuiz): Promise<Quiz> {
  const [held] = await tx.select().from(quizzes).where(eq(quizzes.slug, quiz.slug)).for("update");
  return { ...quiz, ...held };
}

async function store(
  tx: Tx,
  quiz: EditedQuiz,
  plan: Plan,
  { said, before }: { said: string; before: Plan },
): Promise<void> {
  await tx.delete(quizSlots).where(eq(quizSlots.quiz, quiz.slug));
  await tx.delete(quizSections).where(eq(quizSections.quiz, quiz.slug));
  await fill(tx, quiz.slug, plan);
  await tx
    .update(quizzes)
    .set({
      // In milliseconds, as a page can carry it, and never the same twice.
      changedAt: sql`greatest(date_trunc('milliseconds', clock_timestamp()), ${quizzes.changedAt} + interval '1 ms')`,
      lastChange: { v: 1, said, by: quiz.viewer.id, before } satisfies z.infer<typeof LastChange>,
    })
    .where(eq(quizzes.slug, quiz.slug));
}

/** What places are called in words: the beginning of the question, or what is drawn by. */
async function names(tx: Tx, slots: Slot[]): Promise<(slot: Slot) => string> {
  const ids = [...new Set(slots.flatMap(({ itemId }) => itemId ?? []))];
  const found = await rows<{ id: string; stem: string }>(
    sql`select distinct on (item_id) item_id as id, stem from item_versions
      where ${ids.length > 0 ? inArray(sql`item_id`, ids) : sql`false`} order by item_id, version desc`,
    tx,
  );
  const stems = new Map(found.map(({ id, stem }) => [id, stem]));
  return ({ itemId, draw }) => (itemId ? `“${short(stems.get(itemId) ?? itemId)}”` : draw ? drawWords(draw) : "");
}

/** The beginning of a text, for naming it in a line. */
export function short(text: string, most = 60): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= most ? line : `${line.slice(0, line.lastIndexOf(" ", most) + 1 || most).trim()}…`;
}
