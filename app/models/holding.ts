/** One handed-in answer to a question that can show a misconception. */
export type Sign = {
  person: string;
  /** The place of its attempt among all attempts of the class, by when they were handed in: a later one is greater. */
  attempt: number;
  /** Whether this answer shows the idea. */
  shows: boolean;
  /** Whether the student said to be very sure of it. */
  sure: boolean;
};

/** How one student who met an idea stands to it. `sure`: very sure of an answer that shows it. */
export type Holding = { holds: boolean; sure: boolean; attempt: number };

/**
 * Who holds a misconception. A student has met it once they answered a question that can show it, in work that they handed
 * in; a question left blank is not met. They hold it when the newest such work shows it in at least one answer. The answers
 * of one piece of work are taken together, because none of them was given with more teaching than the others; so what
 * clears an idea is a later piece of work that could show it and does not.
 * @param signs of one misconception, in any order
 * @returns everybody who met it
 */
export function holdings(signs: readonly Sign[]): Map<string, Holding> {
  const found = new Map<string, Holding>();
  for (const { person, attempt, shows, sure } of signs) {
    const before = found.get(person);
    if (before && before.attempt > attempt) continue;
    const same = before?.attempt === attempt ? before : undefined;
    found.set(person, {
      holds: shows || same?.holds === true,
      sure: (shows && sure) || same?.sure === true,
      attempt,
    });
  }
  return found;
}

/** With fewer students who met it, who holds an idea is not said (features.md, C6). */
export const fewestMet = 5;
