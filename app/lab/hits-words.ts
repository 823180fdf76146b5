const numbers = ["none", "one", "two", "three", "four", "five", "six", "seven"];

/** "4 of 7 as you predicted" */
export function hitsWords(hits: number): string {
  return `${hits} of 7 as you predicted`;
}

/** "4 of 7 as you predicted. The three that differ come first." */
export function tallyWords(hits: number): string {
  if (hits === 7) return `${hitsWords(hits)}.`;
  const differ = 7 - hits;
  return `${hitsWords(hits)}. The ${differ === 1 ? "one that differs comes" : `${numbers[differ]} that differ come`} first.`;
}
