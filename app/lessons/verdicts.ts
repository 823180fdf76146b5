/** In which of the two services something is so. */
export const verdicts = [
  { id: "a", words: "Only in A" },
  { id: "b", words: "Only in B" },
  { id: "both", words: "In both" },
  { id: "neither", words: "In neither" },
] as const;

export type Verdict = (typeof verdicts)[number]["id"];
export const verdictIds = verdicts.map(({ id }) => id) as [Verdict, ...Verdict[]];

/** "Only in A"; inside a sentence "only in A". */
export function verdictWords(verdict: Verdict, inside = false): string {
  const words: string = verdicts.find(({ id }) => id === verdict)?.words ?? verdict;
  return inside ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
