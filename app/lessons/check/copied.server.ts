import { createHash } from "node:crypto";
import type { Course } from "../course-type";
import type { Problem } from "../read-yaml.server";
import { learnerTexts } from "./learner-texts.server";
import { outsideQuotes } from "./quoted.server";

/** Runs of words that stand just so in one of the articles. The articles are known by fingerprints only. */
export function copiedPhrases(course: Course): Problem[] {
  const { window, hashes } = course.fingerprints;
  const known = new Set(hashes);
  return learnerTexts(course).flatMap(({ text, ...place }) => {
    const copied = outsideQuotes(text)
      .flatMap((stretch) => runs(stretch, window))
      .find((run) => known.has(fingerprint(run)));
    return copied
      ? [
          {
            ...place,
            message: `“${copied}” stands in an article: write it anew, or quote a short phrase with its speaker`,
          },
        ]
      : [];
  });
}

/** First 8 bytes of the SHA-256 of a run of words. */
export function fingerprint(run: string): string {
  return createHash("sha256").update(run).digest("hex").slice(0, 16);
}

/** All runs of so many words, in lower case, letters and digits only. */
export function runs(text: string, window: number): string[] {
  const words = text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return words.slice(window - 1).map((_, index) => words.slice(index, index + window).join(" "));
}
