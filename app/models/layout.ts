import { z } from "zod";
import type { Random } from "~/interactions/contract";
import { shuffled } from "~/interactions/shuffled";

/** How an attempt is laid out: pinned when it starts, so that nothing moves under a student's hands. */
export const Layout = z.object({
  v: z.literal(1),
  /** Questions on a page at most; a page never holds questions of two sections. */
  perPage: z.int().min(1).max(100),
  /** Only forwards: a page that was left is not shown again, and its answers stand. */
  sequential: z.boolean(),
  shuffleOptions: z.boolean(),
  sections: z.array(z.object({ heading: z.string(), text: z.string(), stimulus: z.string() })),
});
export type Layout = z.infer<typeof Layout>;
export type Section = Layout["sections"][number];

/** Few enough questions on a page for a phone, enough that a page turn is worth it. */
const plainest: Layout = { v: 1, perPage: 3, sequential: false, shuffleOptions: true, sections: [] };

/** The layout stored with an attempt. Attempts from before there were layouts have none. */
export function layoutOf(stored: unknown): Layout {
  return Layout.safeParse(stored).data ?? plainest;
}

/** Questions in the order in which one student meets them: that of the quiz, or shuffled, each within its section. */
export function arranged<Q extends { section: number | null }>(questions: Q[], shuffle: boolean, random: Random): Q[] {
  const parts: Q[][] = [];
  for (const question of questions) {
    const part = parts.at(-1);
    if (part && part[0]?.section === question.section) part.push(question);
    else parts.push([question]);
  }
  return parts.flatMap((part) => (shuffle ? shuffled(part, random) : part));
}

/**
 * Questions, in the order in which a student meets them, in pages.
 * @returns at least one page, the first one perhaps empty
 */
export function pagesOf<Q extends { section: number | null }>(questions: Q[], { perPage }: Layout): Q[][] {
  const pages: Q[][] = [[]];
  for (const question of questions) {
    const page = pages.at(-1) as Q[];
    const turn = page.length === perPage || (page[0] && page[0].section !== question.section);
    if (turn) pages.push([question]);
    else page.push(question);
  }
  return pages;
}
