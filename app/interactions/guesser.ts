import type { Interaction, Pick } from "./contract";
import { seeded } from "./shuffled";

const most = 5_000;

/**
 * What somebody who knows nothing earns on average, 0..1: exact while there are at most 5,000 ways to answer, otherwise
 * the mean of so many answers drawn with a fixed seed (its standard error is below 0.008). Null for what a person marks.
 */
export function guesserShare<Body, Key, Response>(
  type: Interaction<Body, Key, Response>,
  body: Body,
  key: Key,
): number | null {
  if (type.marking === "by hand") return null;
  const guess = type.guess;
  if (!guess) return 0;
  const earned = (pick: Pick) => type.grade(body, key, guess(body, pick)) ?? 0;
  return enumerated(earned) ?? drawn(earned);
}

/** The mean over every way there is, each by its likelihood; null when there are too many. */
function enumerated(earned: (pick: Pick) => number): number | null {
  const path: { at: number; ways: number }[] = [];
  let share = 0;
  for (let answers = 0; answers < most; answers++) {
    let depth = 0;
    const fraction = earned((ways) => {
      path[depth] ??= { at: 0, ways };
      return path[depth++]?.at as number;
    });
    const likelihood = path.reduce((product, { ways }) => product / ways, 1);
    // One path tells how many there are, near enough to see that counting them out would be in vain.
    if (answers === 0 && likelihood * most < 1) return null;
    share += fraction * likelihood;
    while (path.length > 0 && (path.at(-1) as { at: number }).at + 1 === path.at(-1)?.ways) path.pop();
    const last = path.at(-1);
    if (!last) return share;
    last.at++;
  }
  return null;
}

function drawn(earned: (pick: Pick) => number): number {
  const random = seeded(20_260_101);
  let sum = 0;
  for (let answers = 0; answers < most; answers++) sum += earned((ways) => Math.floor(random() * ways));
  return sum / most;
}
