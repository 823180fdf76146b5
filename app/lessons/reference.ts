import type { Cited } from "~/models/ledger.server";
import { alsoWords, statusWords } from "./statuses";
import type { Reference } from "./view";

/** What follows from the rules of the lab is our model's; it stands in no ledger. */
export const labReference: Reference = {
  id: "LAB",
  href: "/lab",
  mark: null,
  words: "From our model",
  background: true,
  who: null,
  text: "This follows from the rules of the lab.",
  from: "the lab",
};

/** The note of an entry. @param publishers names by the article's id */
export function referenceTo({ kind, entry }: Cited, publishers: Record<string, string>): Reference {
  const common = { id: entry.id, href: `/sources/${entry.id}` };
  if (kind === "claim")
    return {
      ...common,
      mark: entry.status,
      words: [statusWords(entry.status), ...entry.also.map((status) => alsoWords(entry.status, status))].join(", "),
      background: false,
      who: `${entry.speaker}${entry.listener ? ` → ${entry.listener}` : ""}, ${entry.date}.`,
      text: entry.note ?? null,
      from: `${publishers[entry.article] ?? entry.article}, ${entry.paragraph}`,
    };
  if (kind === "background")
    return {
      ...common,
      mark: entry.mark,
      words: `Background: ${statusWords(entry.mark).toLowerCase()}`,
      background: true,
      who: null,
      text: entry.short,
      from: entry.reference,
    };
  if (kind === "comment")
    return {
      ...common,
      mark: null,
      words: "A reader’s comment, in our words",
      background: false,
      who: null,
      text: entry.paraphrase,
      from: `below the article of ${publishers[entry.article] ?? entry.article}`,
    };
  return {
    ...common,
    mark: null,
    words: "Unclear in the article",
    background: false,
    who: null,
    text: entry.handled,
    from: `${publishers[entry.article] ?? entry.article}, ${entry.paragraph}`,
  };
}
