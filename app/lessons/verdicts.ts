/** In which of the two services something is so. */
export const verdicts = [
  { id: "a", words: "Only in A" },
  { id: "b", words: "Only in B" },
  { id: "both", words: "In both" },
  { id: "neither", words: "In neither" },
] as const;

export type Verdict = (typeof verdicts)[number]["id"];
export const verdictIds = verdicts.map(({ id }) => id) as [Verdict, ...Verdict[]];

export const verdictWords = (verdict: Verdict): string => verdicts.find(({ id }) => id === verdict)?.words ?? verdict;
