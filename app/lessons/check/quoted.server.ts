/** A text cut into the stretches outside quotation marks, because quoted words are those of their speaker. */
export function outsideQuotes(text: string): string[] {
  return text.split(/“[^”]*”|"[^"]*"/);
}
