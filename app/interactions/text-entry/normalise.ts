const quotes = new Set("\"'`´“”„‟‘’‚‛«»‹› ");
const closing = new Set([...quotes, ...".,;:!?…"]);
const article = /^(?:a|an|the) (?=\S)/i;

/**
 * What counts of a short answer: trimmed, spaces collapsed, without a leading a/an/the, surrounding quotes and final
 * punctuation, in lower case (brief part 4, "Short text"), however they wrap each other: "The TLS." in quotes is "tls".
 * Its ends are walked inwards once: an answer is as long as somebody likes, and a pattern that is tried anew at each
 * quotation mark could keep the server from everybody else.
 * @param capitals whether capital letters matter, so that they stay
 */
export function normalise(text: string, capitals = false): string {
  const words = (capitals ? text : text.toLowerCase()).normalize("NFC").replace(/\s+/g, " ");
  let [start, end] = [0, words.length];
  while (end > start && closing.has(words[end - 1] as string)) end--;
  for (;;) {
    while (start < end && quotes.has(words[start] as string)) start++;
    const [found] = article.exec(words.slice(start, Math.min(end, start + 5))) ?? [""];
    if (found === "") return words.slice(start, end);
    start += found.length;
  }
}
