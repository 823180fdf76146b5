import type { Cited } from "~/models/ledger.server";
import { howChecked, unseenWords } from "./checked";
import { allWords, signOf } from "./statuses";
import type { Reference } from "./view";

/** What follows from the rules of the lab is our model's; it stands in no ledger. */
export const labReference: Reference = {
  id: "LAB",
  href: "/lab?rules=1#rules",
  mark: null,
  words: "From our model",
  background: true,
  who: null,
  text: "This follows from the rules of the lab.",
  from: "the lab",
  says: "This follows from the rules of the lab, our own model of one message on its way.",
  facts: [],
};

/** The note of an entry. @param publishers names by the article's id */
export function referenceTo({ kind, entry }: Cited, publishers: Record<string, string>): Reference {
  const common = { id: entry.id, href: `/sources/${entry.id}` };
  const place = "article" in entry ? `${publishers[entry.article] ?? entry.article}, ` : "";
  if (kind === "claim")
    return {
      ...common,
      mark: signOf(entry.status, entry.also),
      words: allWords(entry.status, entry.also),
      background: false,
      who: `${entry.speaker}${entry.listener ? ` → ${entry.listener}` : ""}, ${entry.date}.`,
      text: entry.note ?? null,
      from: place + entry.paragraph,
      says: entry.claim,
      facts: facts({
        "Who says so": entry.speaker,
        "To whom": entry.listener,
        When: entry.date,
        Where: place + entry.paragraph,
        Note: entry.note,
      }),
    };
  if (kind === "background")
    return {
      ...common,
      mark: signOf(entry.mark, entry.also),
      words: `Background: ${lowered(allWords(entry.mark, entry.also))}${unseenWords(entry)}`,
      background: true,
      who: entry.speaker ? `${entry.speaker}.` : null,
      text: entry.short,
      from: entry.reference,
      says: entry.establishes,
      facts: facts({
        "Who says so": entry.speaker,
        Reference: entry.reference,
      }),
      checked: howChecked(entry),
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
      says: entry.paraphrase,
      facts: facts({ Where: `${place}below the text` }),
    };
  return {
    ...common,
    mark: null,
    words: "Unclear in the article",
    background: false,
    who: null,
    text: entry.handled,
    from: place + entry.paragraph,
    says: entry.problem,
    facts: facts({ "What we do": entry.handled, Where: place + entry.paragraph }),
  };
}

const lowered = (words: string) => words.slice(0, 1).toLowerCase() + words.slice(1);

const facts = (named: Record<string, string | undefined>): Reference["facts"] =>
  Object.entries(named).flatMap(([name, words]) => (words ? [[name, words]] : []));
