import type { AuthoredItem } from "~/lessons/quiz-file.server";

/** A wrong answer that the authors of an item expected, and what they wrote for whoever gives it. */
export type ExpectedSlip = { text: string; code: string; reply: string };

/** The near misses of a short text and the common wrong numbers of a numeric item; other types have none. */
export function expectedSlips(item: AuthoredItem): ExpectedSlip[] {
  const { near = [], common = [] } = item.key as { near?: string[]; common?: number[] };
  const slip = (text: string, code: string) => ({ text, code, reply: item.texts[code] as string });
  return [
    ...near.map((text, index) => slip(text, `near.${index}`)),
    ...common.map((value) => slip(String(value), `answer.${value}`)),
  ];
}
