import type { Section } from "~/models/quiz-plan";

/** The sections of a quiz to choose from, counted from 1; empty is before all of them. */
export function sectionOptions(sections: Pick<Section, "heading">[]): [string, string][] {
  return [
    ["", "before all sections"],
    ...sections.map(({ heading }, index): [string, string] => [String(index + 1), `${index + 1}. ${heading}`]),
  ];
}

/** What was chosen, counted from 0. Without a choice, and where the chosen one has gone, it is the last section. */
export function readSection(given: unknown, sections: number): number | null {
  if (given === "" || sections === 0) return null;
  const number = typeof given === "string" ? Number(given) : Number.NaN;
  return Number.isInteger(number) && number >= 1 && number <= sections ? number - 1 : sections - 1;
}
