import type { ReviewRow } from "../contract";
import { textOf } from "../parts";
import { placingWords } from "../placing";
import { filled } from "./grade";
import { pieces } from "./pieces";
import type { Body, Key, Response } from "./schema";

export function review(body: Body, key: Key | null, response: Response | null): ReviewRow[] {
  return body.gaps.map((gap, index) => {
    const chosen = response?.gaps[gap.id];
    const picked = chosen !== undefined;
    const text = picked ? `Blank ${index + 1}: ${textOf(gap.options, chosen)}` : `Blank ${index + 1}`;
    if (!key) return { text, standing: "blank", picked };
    const right = key.gaps[gap.id];
    if (chosen === right) return { text, standing: "right", picked };
    const says = `Right: ${textOf(gap.options, right)}`;
    if (!picked) return { text, standing: "blank", picked, says };
    return { text, standing: "wrong", picked, says, code: `gap.${gap.id}.${chosen}` };
  });
}

export function worked(body: Body, key: Key, response: Response | null, points: number): string | null {
  return response && placingWords(key.rule ?? "share", filled(body, key, response), "blanks", points);
}

/** The sentence as it was completed, "___" where a blank stayed open. */
export function summary(body: Body, response: Response | null): string {
  if (!response) return "";
  return pieces(body.text)
    .map((piece, index) => {
      const gap = index % 2 === 1 ? body.gaps.find(({ id }) => id === piece) : undefined;
      return gap ? textOf(gap.options, response.gaps[gap.id]) || "___" : piece;
    })
    .join("");
}
