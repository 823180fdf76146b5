import { and, eq, sql } from "drizzle-orm";
import { attempts } from "#drizzle/schema";
import type { MyAttempt } from "~/access/rights";
import { db, wordedRows } from "~/db.server";
import { layoutOf, pagesOf } from "./layout";

type Paged = Pick<MyAttempt, "id" | "layout" | "fromPlace">;
/** Where a question of an attempt stands, and how far its student is with it. */
export type Placed = { slot: number; place: number; section: number | null; flagged: boolean; answered: boolean };

const placed = wordedRows<Placed>(sql`
  select s.slot, s.place, s.section, s.flagged, r.response is not null as answered from attempt_slots s
  left join responses r on r.attempt_id = s.attempt_id and r.slot = s.slot
  where s.attempt_id = ${sql.placeholder("attempt")}::uuid order by s.place`);

/** The pages of an attempt, each with its questions in order. */
export async function listPages({ id, layout }: Pick<Paged, "id" | "layout">): Promise<Placed[][]> {
  return pagesOf(await placed({ attempt: id }), layoutOf(layout));
}

/**
 * The page that is shown, counted from 1: the one that is asked for or the first one; where one goes on only forwards,
 * the one that was reached.
 */
export function pageShown(pages: { place: number }[][], attempt: Omit<Paged, "id">, wanted: number): number {
  if (layoutOf(attempt.layout).sequential)
    return Math.max(1, pages.findIndex((page) => page.some(({ place }) => place === attempt.fromPlace)) + 1);
  return pages[wanted - 1] ? wanted : 1;
}

/** The page on which a question stands, counted from 1, or undefined when the attempt does not ask it. */
export function pageOf(pages: { slot: number }[][], slot: number): number | undefined {
  const index = pages.findIndex((page) => page.some((question) => question.slot === slot));
  return index < 0 ? undefined : index + 1;
}

/**
 * Leaves a page for the next one. Where one goes on only forwards that cannot be undone: from now on its answers stand.
 * Whoever presses twice goes on once.
 * @param to the page that is asked for, counted from 1; any but the next one changes nothing
 */
export async function turnPage(attempt: Paged, to: number): Promise<void> {
  if (!layoutOf(attempt.layout).sequential) return;
  const pages = await listPages(attempt);
  const next = pages[to - 1]?.[0];
  if (!next || to !== pageShown(pages, attempt, 1) + 1) return;
  await db()
    .update(attempts)
    .set({ fromPlace: next.place })
    .where(
      and(eq(attempts.id, attempt.id), eq(attempts.state, "in_progress"), eq(attempts.fromPlace, attempt.fromPlace)),
    );
}
