import { desc, inArray } from "drizzle-orm";
import { itemVersions } from "#drizzle/schema";
import { db } from "~/db.server";
import type { Feedback } from "~/interactions/contract";
import type { InteractionName } from "~/interactions/registry.server";
import { interactions } from "~/interactions/registry.server";
import type { CheckView } from "~/lessons/view";

/** The newest wording of a check with its key: for grading, never for a page. */
export type Check = typeof itemVersions.$inferSelect & { interaction: InteractionName };

/** The checks of these ids. */
export async function findChecks(ids: string[]): Promise<Check[]> {
  if (ids.length === 0) return [];
  const found = await db()
    .selectDistinctOn([itemVersions.itemId])
    .from(itemVersions)
    .where(inArray(itemVersions.itemId, ids))
    .orderBy(itemVersions.itemId, desc(itemVersions.version));
  return found as Check[];
}

/**
 * A check as its page shows it. Feedback is in it only when there is a response, and then only what belongs to that
 * response, so that one can try again.
 */
export function viewCheck({ itemId, interaction, stem, ...version }: Check, stored: unknown): CheckView {
  const type = interactions[interaction];
  const body = type.body.parse(version.body);
  const response = type.response.safeParse(stored).data ?? null;
  return { id: itemId, interaction, stem, body, response, reply: response === null ? null : reply() };

  function reply(): CheckView["reply"] {
    const feedback = version.feedback as Feedback;
    if (version.key === null) return { standing: "waiting", says: [feedback.explanation] };
    const key = type.key.parse(version.key);
    const fraction = type.grade(body, key, response);
    const texts = type.faults(body, key, response).flatMap((code) => feedback.texts[code] ?? []);
    const standing = fraction === null ? "waiting" : fraction === 1 ? "right" : fraction === 0 ? "wrong" : "partly";
    return { standing, says: standing === "right" ? [...texts, feedback.explanation] : texts };
  }
}
