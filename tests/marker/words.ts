import { fieldsOf, type Json, listOf, textOf } from "./reading";

/** Short text: 1 if it equals an accepted answer; else 0. Both are put into the same plain form first. */
export function markWords(key: Json, response: Json): number {
  const given = plain(textOf(response));
  const accepted = listOf(fieldsOf(key).accepted).map((answer) => plain(String(answer)));
  return given !== "" && accepted.includes(given) ? 1 : 0;
}

const around = "\\s\"“”„‟«»‹›'‘’‚‛`´";
const dress = new RegExp(
  `^[${around}]*(?:(?:a|an|the)\\s+(?=[${around}]*[^${around}.,;:!?…]))?[${around}]*(.*?)[${around}.,;:!?…]*$`,
  "u",
);

/** Trim, collapse spaces, drop a leading "a/an/the", the quotes around and final punctuation, ignore case. */
export function plain(text: string): string {
  const folded = text.normalize("NFC").toLowerCase().split(/\s+/).join(" ");
  return dress.exec(folded)?.[1] ?? folded;
}
