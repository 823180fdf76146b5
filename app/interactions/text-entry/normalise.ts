const quotes = `["'\`´“”„‟‘’‚‛«»‹›]+`;
const aroundWords = new RegExp(`^${quotes}|${quotes}$`, "g");

/**
 * What counts of a short answer: trimmed, spaces collapsed, without a leading a/an/the, surrounding quotes and final
 * punctuation, in lower case (brief part 4, "Short text"). Repeated until nothing changes, since one wraps another:
 * "The TLS." in quotes is "tls".
 * @param capitals whether capital letters matter, so that they stay
 */
export function normalise(text: string, capitals = false): string {
  const next = (capitals ? text : text.toLowerCase())
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim()
    .replace(aroundWords, "")
    .replace(/[.,;:!?…]+$/, "")
    .replace(/^(a|an|the) (?=\S)/i, "")
    .trim();
  return next === text ? next : normalise(next, capitals);
}
