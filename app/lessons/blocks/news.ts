import { capital, standingWords } from "~/text";
import type { Page, SortReply } from "../view";

/**
 * How it went, in the few words with which a page's title begins after something was sent.
 * @param block what the address says was sent; anything else than an answered block of this page has no news
 */
export function newsOf({ checks, sorts, answers }: Page, block: string | null): string | null {
  if (!block) return null;
  const known = <T>(of: Record<string, T>): T | undefined => (Object.hasOwn(of, block) ? of[block] : undefined);
  const check = known(checks)?.reply;
  if (check) return check.standing === "waiting" ? "Kept" : capital(standingWords[check.standing]);
  const sort = known(sorts)?.replies ?? [];
  if (sort.length > 0) return agreement(sort);
  return known(answers) ? "Kept" : null;
}

/** How far somebody sorted as we do. */
export function agreement(replies: SortReply[]): string {
  return `You and we agree on ${replies.filter(({ standing }) => standing === "right").length} of ${replies.length}`;
}
