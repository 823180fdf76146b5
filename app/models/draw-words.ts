import type { Draw } from "./draw";

/** What a draw picks by, in a few words: "a drawn question (easy, choice)". */
export function drawWords({ objective, interaction, difficulty, tag }: Draw): string {
  const by = [objective, difficulty, interaction, tag && `tagged ${tag}`].filter(Boolean);
  return `a drawn question (${by.join(", ")})`;
}
