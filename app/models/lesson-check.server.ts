import { desc, sql } from "drizzle-orm";
import { itemVersions } from "#drizzle/schema";
import { worded } from "~/db.server";
import type { Feedback, Placed, ReviewRow } from "~/interactions/contract";
import type { InteractionName } from "~/interactions/registry.server";
import { interactions } from "~/interactions/registry.server";
import type { Behind, CheckedRow, CheckView } from "~/lessons/view";
import { listEntries } from "./ledger.server";
import { placesToRead } from "./lesson.server";

/** The newest wording of a check with its key: for grading, never for a page. */
export type Check = typeof itemVersions.$inferSelect & { interaction: InteractionName };

/** The checks of these ids. */
export async function findChecks(ids: string[]): Promise<Check[]> {
  if (ids.length === 0) return [];
  return (await newestOf().execute({ ids: JSON.stringify(ids) })) as Check[];
}

const newestOf = worded((db) =>
  db
    .selectDistinctOn([itemVersions.itemId])
    .from(itemVersions)
    .where(sql`${itemVersions.itemId} in (select jsonb_array_elements_text(${sql.placeholder("ids")}::text::jsonb))`)
    .orderBy(itemVersions.itemId, desc(itemVersions.version))
    .prepare("checks"),
);

/** The ideas that wrong answers to checks can show, by id, each with what to read next. */
export async function ideas(): Promise<Map<string, Behind>> {
  const [entries, places] = await Promise.all([listEntries("misconception"), placesToRead()]);
  return new Map(entries.map(({ id, idea, read }) => [id, { idea, read: (read && places.get(read)) || null }]));
}

/**
 * A check as its page shows it. Feedback is in it only when there is a response, and then only what belongs to that
 * response, so that one can try again. Where things are given places, each is told beside ours, as with cards to sort.
 * @param known ideas that may stand behind a wrong answer
 */
export function viewCheck(
  { itemId, interaction, stem, ...version }: Check,
  stored: unknown,
  known: Map<string, Behind> = new Map(),
): CheckView {
  const type = interactions[interaction];
  const body = type.body.parse(version.body);
  const response = type.response.safeParse(stored).data ?? null;
  return { id: itemId, interaction, stem, body, response, reply: response === null ? null : reply() };

  function reply(): CheckView["reply"] {
    const feedback = version.feedback as Feedback;
    if (version.key === null) return { standing: "waiting", says: [feedback.explanation], rows: [], behind: [] };
    const key = type.key.parse(version.key);
    const fraction = type.grade(body, key, response);
    const codes = type.faults(body, key, response);
    const rows = rowsOf(type.placed?.(body, key, response) ?? [], feedback);
    const texts = rows.length > 0 ? [] : codes.flatMap((code) => feedback.texts[code] ?? []);
    const held = new Set(codes.flatMap((code) => feedback.misconceptions[code] ?? []));
    const standing = fraction === null ? "waiting" : fraction === 1 ? "right" : fraction === 0 ? "wrong" : "partly";
    if (standing === "right") return { standing, says: [...texts, feedback.explanation], rows, behind: [] };
    const missing =
      interaction === "choice" && standing === "partly" ? notAllYet(type.review(body, key, response)) : [];
    return { standing, says: [...texts, ...missing], rows, behind: [...held].flatMap((id) => known.get(id) ?? []) };
  }
}

/** Row by row where somebody put a thing, and where we do; a row that was left open is not right. */
function rowsOf(placed: Placed[], { texts }: Feedback): CheckedRow[] {
  return placed.map(({ code, chosen, ours }, index) => ({
    row: index + 1,
    standing: chosen === ours ? "right" : "wrong",
    chosen: chosen ?? "nothing",
    ours: ours ?? "",
    why: texts[code] ?? null,
  }));
}

/** That something is missing, and how much where the rest is not all right: there the number would be the key. */
function notAllYet(rows: ReviewRow[]): string[] {
  const missed = rows.filter(({ standing }) => standing === "missed").length;
  if (missed === 0) return [];
  return [rows.some(({ standing }) => standing === "left") ? `Not all yet: ${missed} more.` : "Not all yet."];
}
