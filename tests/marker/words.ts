import { fieldsOf, type Json, listOf, textOf } from "./reading";

/** Short text: 1 if it equals an accepted answer; else 0. Both are put into the same plain form first. */
export function markWords(key: Json, response: Json): number {
  const given = plain(textOf(response));
  const accepted = listOf(fieldsOf(key).accepted).map((answer) => plain(String(answer)));
  return given !== "" && accepted.includes(given) ? 1 : 0;
}

/** Trim, collapse spaces, drop quotes, final punctuation and a leading "a/an/the", ignore case. */
export function plain(text: string): string {
  const noQuotes = text.normalize("NFC").toLowerCase().replace(/["“”„‟«»‹›'‘’‚‛`´]/g, " ");
  const folded = noQuotes.split(/\s+/).filter(Boolean).join(" ");
  const ended = folded.replace(/[\s.,;:!?…]+$/, "");
  return ended.replace(/^(a|an|the) /, "");
}
