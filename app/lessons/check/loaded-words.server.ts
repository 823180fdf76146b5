import type { Course } from "../course-type";
import type { Problem } from "../read-yaml.server";
import { learnerTexts } from "./learner-texts.server";
import { outsideQuotes } from "./quoted.server";

/** The articles' own characterisations, which the brief keeps out of our words ("Conventions", neutrality rule). */
const loaded = [/\bwhistle-?blow\w*/i, /\bdragnet\w*/i, /\bFAILS\b/, /\bhoover(s|ed|ing)?\s+up\b/i, /\bnotorious\w*/i];

/** Words that take a side, outside quotation marks. */
export function loadedWords(course: Course): Problem[] {
  return learnerTexts(course).flatMap(({ text, ...place }) => {
    const word = outsideQuotes(text).flatMap((stretch) =>
      loaded.flatMap((pattern) => pattern.exec(stretch)?.[0] ?? []),
    )[0];
    return word ? [{ ...place, message: `“${word}” takes a side: say what happened in plain words` }] : [];
  });
}
