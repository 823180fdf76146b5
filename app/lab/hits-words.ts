const numbers = ["none", "one", "two", "three", "four", "five", "six", "seven"];

/** "4 of your 7 predictions were right": never "4 of 7", which tells elsewhere how many can read the message. */
export function hitsWords(hits: number): string {
  if (hits === 7) return "All 7 of your predictions were right";
  return `${hits === 0 ? "None" : hits} of your 7 predictions ${hits < 2 ? "was" : "were"} right`;
}

/** "4 of your 7 predictions were right. The three that differ come first." */
export function tallyWords(hits: number): string {
  if (hits === 7) return `${hitsWords(hits)}.`;
  const differ = 7 - hits;
  return `${hitsWords(hits)}. The ${differ === 1 ? "one that differs comes" : `${numbers[differ]} that differ come`} first.`;
}
