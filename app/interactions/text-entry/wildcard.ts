/**
 * Does the text fit the pattern, in which a star stands for any characters or none, and `\*` for a star? Each piece
 * between stars is looked for once, from where the one before it ended, so that no pattern can take long. Regular
 * expressions are not offered for that reason, and because a slip in one marks a class wrongly.
 */
export function fits(pattern: string, text: string): boolean {
  const [first = "", ...between] = pieces(pattern);
  const last = between.pop();
  if (last === undefined) return text === first;
  const end = text.length - last.length;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const piece of between) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= end;
}

/** A text that a pattern may take: each star as `filling`. */
export function example(pattern: string, filling: string): string {
  return pieces(pattern).join(filling);
}

/** What stands between the stars. */
function pieces(pattern: string): string[] {
  return pattern.split(/(?<!\\)\*/).map((piece) => piece.replaceAll("\\*", "*"));
}
