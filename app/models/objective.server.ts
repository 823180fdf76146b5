import { asc, eq, inArray, sql } from "drizzle-orm";
import { objectives } from "#drizzle/schema";
import { db, type Tx } from "~/db.server";

export type Objective = typeof objectives.$inferSelect;

/** The objectives of these ids, in the order of their ids. */
export async function findObjectives(ids: string[]): Promise<Objective[]> {
  return ids.length === 0
    ? []
    : db().select().from(objectives).where(inArray(objectives.id, ids)).orderBy(asc(objectives.id));
}

/** All objectives of a lesson. */
export function objectivesOf(lesson: string): Promise<Objective[]> {
  return db().select().from(objectives).where(eq(objectives.lesson, lesson)).orderBy(asc(objectives.id));
}

/** Stores objectives that differ from what is stored. Old ones stay, because items point at them. @returns what changed */
export async function putObjectives(tx: Tx, list: Objective[]): Promise<string[]> {
  if (list.length === 0) return [];
  const { lesson, statement, bloom } = objectives;
  const changed = await tx
    .insert(objectives)
    .values(list.map(({ id, lesson, statement, bloom }) => ({ id, lesson, statement, bloom })))
    .onConflictDoUpdate({
      target: objectives.id,
      set: { lesson: sql`excluded.lesson`, statement: sql`excluded.statement`, bloom: sql`excluded.bloom` },
      setWhere: sql`(${lesson}, ${statement}, ${bloom}) is distinct from (excluded.lesson, excluded.statement, excluded.bloom)`,
    })
    .returning({ id: objectives.id });
  return changed.length === 0 ? [] : [`objectives: ${changed.map(({ id }) => id).join(", ")}`];
}

/** All objectives, in the order of their ids. */
export function listObjectives(): Promise<Objective[]> {
  return db().select().from(objectives).orderBy(asc(objectives.id));
}
