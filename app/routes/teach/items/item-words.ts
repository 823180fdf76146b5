import { plain } from "~/components/prose";
import { many } from "~/text";

/** What a question type is called: its name in words. */
export function typeWords(interaction: string): string {
  return `${interaction.charAt(0).toUpperCase()}${interaction.slice(1)}`.replaceAll("-", " ");
}

export const stateWords: Record<string, string> = { draft: "Draft", ready: "Ready", retired: "Retired" };

/** Under this many answers a share says little: at 50 % of 20 the true one lies between 30 and 70 % in 19 cases of 20. */
const few = 20;

/** How classes did: "62 % of the points, 34 answers". */
export function facilityWords(facility: number | null, answers: number): string {
  if (facility === null) return "not measured yet";
  const share = `${Math.round(facility * 100)} % of the points, ${many(answers, "answer")}`;
  return answers < few ? `${share}: too few to rely on` : share;
}

/** A stem as a line of a list, or as a heading: its first words, cut at a word. @param most characters */
export function shortStem(stem: string, most = 140): string {
  const line = plain(stem);
  if (line.length <= most) return line;
  const start = line.slice(0, most);
  const end = start.lastIndexOf(" ");
  return `${(end > 0 ? start.slice(0, end) : start.slice(0, -1)).replace(/[\s,;:.–-]+$/, "")}…`;
}

/** What a question is called where it has a page of its own; its whole stem stands below. */
export const headingOf = (stem: string) => shortStem(stem, 60);
