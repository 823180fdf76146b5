import type { Random } from "~/interactions/contract";
import { type Passage, passages } from "./passages";

/** A written answer with the mark that it will get. */
export type Written = { text: string; score: number; comment: string };

/**
 * What a sample student writes, and what Ms Rivera finds it worth: for each point of the rubric a passage that meets it,
 * one that half does, a mistaken one, or none. So thirty students write thirty answers, and every mark fits its answer.
 * @param knows the chance to meet a point in full
 */
export function write(item: string, knows: number, random: Random): Written {
  const parts = passages[item];
  if (!parts) throw new Error(`No sample student has an answer to ${item}.`);
  const written = parts.map((passage) => one(passage, knows, random));
  const said = written.filter(({ text }) => text);
  // Whoever knows nothing writes at least half a thing: who leaves it blank is another case.
  const least = { text: first(parts[0]?.half), points: 0.5 };
  const all = said.length > 0 ? said : [least];
  const score = all.reduce((sum, { points }) => sum + points, 0);
  const [worst] = written.filter(({ points }) => points < 1).sort((a, b) => a.points - b.points);
  const text = all.map(({ text }) => text).join(" ");
  return { text, score, comment: comment(score / parts.length, worst?.asks) };
}

function one({ full, half, wrong = "", asks }: Passage, knows: number, random: Random) {
  const luck = random();
  if (luck < knows) return { text: any(full, random), points: 1, asks };
  return luck < knows + (1 - knows) * 0.6
    ? { text: any(half, random), points: 0.5, asks }
    : { text: wrong, points: 0, asks };
}

function comment(share: number, asks: string | undefined): string {
  if (!asks) return "Clear and complete: every point is there, and in your own words.";
  return share >= 0.75 ? `Good work. ${asks}` : share >= 0.5 ? `A good beginning. ${asks}` : asks;
}

const any = (list: string[], random: Random) => list[Math.floor(random() * list.length)] as string;
const first = (list: string[] = []) => list[0] ?? "";
