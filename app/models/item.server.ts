import { desc, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { itemObjectives, items, itemVersions } from "#drizzle/schema";
import type { Tx } from "~/db.server";
import type { Feedback } from "~/interactions/contract";
import { type InteractionName, interactions } from "~/interactions/registry.server";
import { nameOf } from "./answer-name.server";

/** One wording of a question as its author gives it; body and key already parsed by the interaction. */
export type ItemDraft = {
  id: string;
  interaction: InteractionName;
  objectives: string[];
  difficulty: string;
  sources: string[];
  read?: string | undefined;
  stem: string;
  body: unknown;
  /** Null for a question that asks for an opinion: nobody marks it. */
  key: unknown;
  /** In the order in which they are shown, each only when asked for. */
  hints: string[];
  explanation: string;
  texts: Record<string, string>;
  misconceptions: Record<string, string[]>;
};

/** Who wrote a version, and whether the question means something else now or only reads better. */
export type Change = { authorId: string | null; change: "meaning" | "words" };

/**
 * Adds a version when the wording, key or feedback differs from the newest one; otherwise does nothing.
 * Every way in (files, editor, import) ends here. Attempts keep the version they were started with.
 * @returns the version's number, and whether it is new
 */
export async function addVersion(
  tx: Tx,
  draft: ItemDraft,
  { authorId, change }: Change = { authorId: null, change: "meaning" },
): Promise<{ version: number; added: boolean }> {
  const hash = fingerprint(draft);
  const [newest] = await tx
    .select({ version: itemVersions, objectives: measuredBy })
    .from(itemVersions)
    .where(eq(itemVersions.itemId, draft.id))
    .orderBy(desc(itemVersions.version))
    .limit(1);
  const stored = newest && { ...newest.version, objectives: newest.objectives };
  // A store that an older Keyhole filled has other fingerprints of the same wordings, so only a difference is a change.
  if (stored && (stored.hash === hash || fingerprint(draftOf(stored)) === hash))
    return { version: stored.version, added: false };
  await tx.insert(items).values({ id: draft.id }).onConflictDoNothing();
  const id = uuidv7();
  const version = (stored?.version ?? 0) + 1;
  const feedback: Feedback = {
    v: 1,
    explanation: draft.explanation,
    texts: draft.texts,
    misconceptions: draft.misconceptions,
  };
  await tx.insert(itemVersions).values({
    id,
    itemId: draft.id,
    version,
    interaction: draft.interaction,
    stem: draft.stem,
    body: draft.body,
    key: draft.key,
    feedback,
    hints: draft.hints,
    difficulty: draft.difficulty,
    read: draft.read ?? null,
    sources: draft.sources,
    hash,
    authorId,
    change,
  });
  const measured = draft.objectives.map((objectiveId) => ({ itemVersionId: id, objectiveId }));
  if (measured.length > 0) await tx.insert(itemObjectives).values(measured);
  return { version, added: true };
}

/** A stored version as its author wrote it. */
export function draftOf(version: typeof itemVersions.$inferSelect & { objectives: string[] }): ItemDraft {
  const { explanation, texts, misconceptions } = version.feedback as Feedback;
  const { stem, body, key, hints, objectives, difficulty, sources } = version;
  return {
    id: version.itemId,
    interaction: version.interaction as InteractionName,
    ...{ objectives, difficulty, sources, read: version.read ?? undefined },
    ...{ stem, body, key, hints, explanation, texts, misconceptions },
  };
}

/** The objectives of a row of `item_versions`. */
export const measuredBy = sql<string[]>`(select coalesce(jsonb_agg(o.objective_id order by o.objective_id), '[]')
  from ${itemObjectives} o where o.item_version_id = ${itemVersions.id})`;

/** Names a wording by what it says, in whatever order and shape it is stored. */
function fingerprint({ id: _, objectives, ...wording }: ItemDraft): string {
  const type = interactions[wording.interaction];
  const body = type.body.safeParse(wording.body).data ?? wording.body;
  const key = type.key.safeParse(wording.key).data ?? wording.key;
  return nameOf({ ...wording, body, key, objectives: objectives.toSorted() });
}
