/** The lessons, section by section, and what the brief (part 3) wants each of them to rest on. C34-C37 is a range. */
export const outline: Record<string, Record<string, string>> = {
  "in-transit-and-at-rest": {
    "one-company-two-statements": "C18, C19, D3, D4",
    predict: "",
    "data-has-states": "B30, B31",
    "where-the-padlock-ends": "C18, C37, C53, D4, B14, B31, B32",
    "who-holds-the-key": "B30, B33",
    "what-the-envelope-still-tells": "B31",
    "july-november-december": "C34-C37, C44, C45, B15",
    "sources-lab-quiz": "",
  },
  "requests-and-direct-access": {
    "two-words-many-meanings": "C13, C39, C49, D15",
    predict: "",
    "the-path-of-a-demand": "C14-C16, C20, C25, C38, C39",
    "four-ways-data-can-reach-an-agency": "C16, C29, C49, D15",
    "different-papers-different-reach": "D8, D10, B1, B19, B20, B3",
    "reading-a-denial": "C6-C8, C13, C29, C1",
    "five-labels-for-a-claim": "C2, C6-C8, C13, C17, C33, C36, C37, C50, RC7, RC12",
    "reading-a-number": "C9-C11, C27, C28, D6, D7, D11, B18",
    "sources-and-quiz": "",
  },
  "prism-and-upstream": {
    "three-names": "C31-C33, C36, C37, C48-C51, B3, B11, B14, B15, B35",
    predict: "",
    "prism-at-the-company": "C4, C31, B1-B3, B37",
    "upstream-on-the-backbone": "C32, C33, D12, B3, B5, B6, B8",
    "muscular-between-the-buildings": "C36, C50, C51, B10-B12",
    "side-by-side": "",
    "what-does-each-lock-change": "C37, C53, B15-B17",
    "correct-the-article": "C33, C47, C49, C50, D12, D14, B26, B27",
    "sources-lab-quiz": "",
  },
};

/** "C6-C8, D15" as the ids that it stands for. */
export function idsIn(row: string): string[] {
  return row.split(", ").flatMap((part) => {
    const [, letter, from, to] = /^([A-Z]+)(\d+)(?:-[A-Z]+(\d+))?$/.exec(part) ?? [];
    if (!letter) return [];
    const count = Number(to ?? from) - Number(from) + 1;
    return Array.from({ length: count }, (_, index) => `${letter}${Number(from) + index}`);
  });
}
