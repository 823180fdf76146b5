import { bin, mean } from "d3-array";
import { scaleLinear } from "d3-scale";

/** One class of a histogram and the mean of what is in it. Its upper end belongs to the next one, but for the last. */
type Bin = { from: number; to: number; count: number; mean: number };

/** Scores in classes of one width, at round borders from 0 to the most, about ten of them. @param most over 0 */
export function binned(scores: number[], most: number): Bin[] {
  const borders = scaleLinear([0, most], [0, 1]).ticks(10);
  const inner = borders.filter((border) => border > 0 && border < most);
  return bin()
    .domain([0, most])
    .thresholds(inner)(scores)
    .map((found) => {
      const [from, to] = [found.x0 ?? 0, found.x1 ?? most];
      return { from, to, count: found.length, mean: mean(found) ?? (from + to) / 2 };
    });
}
