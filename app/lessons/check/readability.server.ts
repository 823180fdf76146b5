/**
 * The Flesch-Kincaid grade of some text blocks: 0.39 x words per sentence + 11.8 x syllables per word - 15.59
 * (Kincaid, Fishburne, Rogers, Chissom 1975). Words in `leftOut` (small letters) count for nothing.
 */
export function grade(blocks: string[], leftOut: (word: string, startsSentence: boolean) => boolean): number {
  let sentences = 0;
  let words = 0;
  let syllables = 0;
  for (const sentence of blocks.flatMap(sentencesOf)) {
    const counted = wordsOf(sentence).filter((word, index) => !leftOut(word, index === 0));
    if (counted.length === 0) continue;
    sentences += 1;
    words += counted.length;
    syllables += counted.reduce((sum, word) => sum + countSyllables(word), 0);
  }
  return words === 0 ? 0 : 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

/** Cut after . ? ! and what closes a quotation, when a new sentence begins behind. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!:][”’")]*)\s+(?=[“‘"(]*[A-Z0-9])/).filter((sentence) => /\w/.test(sentence));
}

export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** Vowels that stand together and are said apart, as in radio, video, idea, actual, client, trying. */
const saidApart = /[^ctsgxnl]i[ao]|eo(?!p)|ea$|[^gq]ua|[^tcr]ien|^scien|[eoy]ing$|crea/g;

/**
 * Syllables by the letters: groups of vowels, without a silent e at the end; at least one. A rule of thumb that errs by
 * a few words in a hundred, both ways.
 */
export function countSyllables(word: string): number {
  const letters = word
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[’']s$/, "")
    .replace(/[^a-z-]/g, "");
  return (
    letters
      .split("-")
      .filter(Boolean)
      .reduce((sum, part) => sum + syllablesOf(part), 0) || 1
  );
}

function syllablesOf(part: string): number {
  if (part.length <= 3) return 1;
  const spoken = part.replace(/^y/, "").replace(/([^aeioutd])ed$|([^aeiousxzcgh])es$|([^aeioul]|[aeiou]l)e$/, "$1$2$3");
  return Math.max(1, (spoken.match(/[aeiouy]+/g)?.length ?? 0) + (spoken.match(saidApart)?.length ?? 0));
}
