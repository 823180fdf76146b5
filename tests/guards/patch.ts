/** What one place of a file is and what it becomes: the lines of a hunk of a unified diff. */
type Change = { file: string; from: string; to: string };

/**
 * The changes that a unified diff makes. Line numbers are not looked at: a place is found by what stands there.
 * @param diff what `git diff` or `diff -u` prints; words above the first file are left out
 */
export function changesIn(diff: string): Change[] {
  return diff.split(/^(?=--- )/m).flatMap((part) => {
    const file = /^--- a\/(\S+)/.exec(part)?.[1];
    if (!file) return [];
    const [, ...hunks] = part.split(/^@@.*\n/m);
    return hunks.map((hunk) => {
      const lines = hunk.split(/(?<=\n)/);
      const side = (marks: string) =>
        lines.flatMap((line) => (marks.includes(line[0] ?? "?") ? [line.slice(1)] : [])).join("");
      return { file, from: side(" -"), to: side(" +") };
    });
  });
}

/**
 * A text with a change made.
 * @throws Error where the change does not fit, or in more places than one
 */
export function changed(text: string, { file, from, to }: Change): string {
  const places = text.split(from).length - 1;
  if (from === "" || places !== 1) throw new Error(`${file} has ${places} places for this:\n${from}`);
  return text.replace(from, () => to);
}
