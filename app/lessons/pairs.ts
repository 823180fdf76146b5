import { learns, type ObserverId, readSettings, type Settings } from "~/lab/model";
import type { Pair } from "./entries.server";
import { type Verdict, verdictIds } from "./verdicts";

/** How "the second question: only in A" is kept and sent. @param index of the question, from 0 */
export function decidedAs(index: number, verdict: Verdict): string {
  return `${index + 1}.${verdict}`;
}

/** What was decided about each question, null where nothing was. */
export function decisions(questions: unknown[], chosen: string[]): (Verdict | null)[] {
  return questions.map((_, index) => verdictIds.find((verdict) => chosen.includes(decidedAs(index, verdict))) ?? null);
}

/** The switches of the lab from how they are written short: T1I0D0E0W1. */
export function settingsOf(short: string): Settings {
  const names = { T: "tls", I: "inter_dc", D: "at_rest_provider_key", E: "e2e", W: "demand_served" };
  return readSettings(
    new URLSearchParams(Object.entries(names).map(([letter, name]) => [name, short.split(letter)[1]?.[0] ?? "0"])),
  );
}

/** In which of the two this observer learns the content, by the rules of the lab. */
export function verdictOfLab(settings: { a: string; b: string }, observer: ObserverId): Verdict {
  const reads = (short: string) => learns(settingsOf(short))[observer] === "content";
  const [a, b] = [reads(settings.a), reads(settings.b)];
  return a && b ? "both" : a ? "a" : b ? "b" : "neither";
}

/** One question of a pair as its page shows it: what was decided, and the reply to it once all are. */
export type PairQuestion = {
  ask: string;
  decided: Verdict | null;
  reply: { right: boolean; key: Verdict; why: string; cites: string[] } | null;
};
export type PairView = Pick<Pair, "id" | "lesson" | "reviewed" | "title" | "same" | "a" | "b"> & {
  questions: PairQuestion[];
  /** The settings of the lab in which to try both; null for what the lab leaves out, and before everything is decided. */
  lab: { a: Settings; b: Settings } | null;
};

/** A pair for one reader. Nothing of its key is in it before each question is decided. @param chosen as it was kept */
export function viewPair({ questions, settings, ...pair }: Pair, chosen: string[]): PairView {
  const decided = decisions(questions, chosen);
  const all = decided.every((one) => one !== null);
  return {
    ...pair,
    questions: questions.map(({ ask, key, why, cites }, index) => ({
      ask,
      decided: decided[index] ?? null,
      reply: all ? { right: decided[index] === key, key, why, cites } : null,
    })),
    lab: all && settings ? { a: settingsOf(settings.a), b: settingsOf(settings.b) } : null,
  };
}

/** "2 of 3 right", of a pair whose questions are all decided. */
export function decidedRight(questions: PairQuestion[]): string {
  return `${questions.filter(({ reply }) => reply?.right).length} of ${questions.length} right`;
}
