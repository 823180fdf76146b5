import { and, asc, eq, inArray } from "drizzle-orm";
import { repairs } from "#drizzle/schema";
import { db, type Tx } from "~/db.server";
import { interactions } from "~/interactions/registry.server";
import type { MarkGiven } from "./mark-log.server";

/** A correction of a question as the person reads it whose mark it changed. */
export type Correction = {
  kind: "accept" | "key" | "full marks" | "drop";
  at: Date;
  note: string;
  undoneAt: Date | null;
  from: number | null;
  to: number | null;
};

export type Repair = typeof repairs.$inferSelect;

/** Every correction made for these wordings in an assignment, undone ones too, the first made first. */
export async function repairsOf(
  assignmentId: string | null,
  versions: string[],
  on: Pick<Tx, "select"> = db(),
): Promise<Repair[]> {
  if (assignmentId === null || versions.length === 0) return [];
  return on
    .select()
    .from(repairs)
    .where(and(eq(repairs.assignmentId, assignmentId), inArray(repairs.itemVersionId, versions)))
    .orderBy(asc(repairs.madeAt), asc(repairs.id));
}

/** The corrections that changed the mark with this history, the first made first. */
export function corrections(made: Repair[], history: MarkGiven[]): Correction[] {
  return made.flatMap((repair) => {
    const mine = history.filter((one) => one.repairId === repair.id && one.kind === "repair");
    const [newest] = mine;
    if (!newest) return [];
    const { kind, madeAt: at, note, undoneAt } = repair;
    return [
      {
        kind: kind as Correction["kind"],
        at,
        note,
        undoneAt,
        from: mine.at(-1)?.oldScore ?? null,
        to: newest.newScore,
      },
    ];
  });
}

/**
 * The key by which an answer is explained: the one in force, and of several that are accepted the one it meets best.
 * @param response as its schema parsed it, or null
 */
export function keyInForce(
  interaction: keyof typeof interactions,
  body: unknown,
  key: unknown,
  made: Repair[],
  response: unknown,
) {
  const type = interactions[interaction];
  const accepted = keysInForce(interaction, key, made);
  const grades = accepted.map((one) => type.grade(body, one, response) ?? 0);
  return accepted[grades.indexOf(Math.max(...grades))];
}

/** Every key that an answer may meet: the written one or what replaced it, and those that are accepted beside it. */
export function keysInForce(interaction: keyof typeof interactions, key: unknown, made: Repair[]) {
  const type = interactions[interaction];
  let accepted = [type.key.parse(key)];
  for (const { kind, key: other, undoneAt } of made) {
    if (undoneAt || other === null) continue;
    accepted = kind === "key" ? [type.key.parse(other)] : [...accepted, type.key.parse(other)];
  }
  return accepted;
}
