import { createHash } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { itemObjectives, items, itemVersions } from "#drizzle/schema";
import type { Tx } from "~/db.server";
import type { Feedback } from "~/interactions/contract";
import type { InteractionName } from "~/interactions/registry.server";

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
    .select({ version: itemVersions.version, hash: itemVersions.hash })
    .from(itemVersions)
    .where(eq(itemVersions.itemId, draft.id))
    .orderBy(desc(itemVersions.version))
    .limit(1);
  if (newest?.hash === hash) return { version: newest.version, added: false };
  await tx.insert(items).values({ id: draft.id }).onConflictDoNothing();
  const id = uuidv7();
  const version = (newest?.version ?? 0) + 1;
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

function fingerprint({ id: _, ...wording }: ItemDraft): string {
  return createHash("sha256").update(JSON.stringify(wording)).digest("hex");
}
