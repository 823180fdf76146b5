import { fieldsOf, type Json, listOf, textOf } from "./reading";

/**
 * Short text: 1 if it equals an accepted answer; else 0. Both are put into the same plain form first. A star in an accepted
 * answer is any run of characters, also none; one after a backslash is a star. Case matters only where the key says so.
 */
export function markWords(key: Json, response: Json): number {
  const capitals = fieldsOf(key).capitals === true;
  const given = plain(textOf(response), capitals);
  const accepted = listOf(fieldsOf(key).accepted).map((answer) => plain(String(answer), capitals));
  return given !== "" && accepted.some((pattern) => meets(pattern, given)) ? 1 : 0;
}

const around = "\\s\"“”„‟«»‹›'‘’‚‛`´";
const dress = new RegExp(
  `^[${around}]*(?:(?:a|an|the)\\s+(?=[${around}]*[^${around}.,;:!?…]))?[${around}]*(.*?)[${around}.,;:!?…]*$`,
  "iu",
);

/** Trim, collapse spaces, drop a leading "a/an/the", the quotes around and final punctuation, ignore case. */
export function plain(text: string, capitals = false): string {
  const cased = text.normalize("NFC");
  const folded = (capitals ? cased : cased.toLowerCase()).split(/\s+/).join(" ");
  return dress.exec(folded)?.[1] ?? folded;
}

/** The textbook's table: row by row, which beginnings of the text the beginning of the pattern takes. */
export function meets(pattern: string, text: string): boolean {
  const tokens = pattern.match(/\\\*|[\s\S]/g) ?? [];
  let reached = Array.from({ length: text.length + 1 }, (_, length) => length === 0);
  for (const token of tokens) {
    const before = reached;
    reached = [];
    for (let length = 0; length <= text.length; length++) {
      const same = length > 0 && before[length - 1] === true && text[length - 1] === token.slice(-1);
      reached[length] = token === "*" ? before[length] === true || (length > 0 && reached[length - 1] === true) : same;
    }
  }
  return reached[text.length] === true;
}
