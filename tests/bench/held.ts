import type { Figure } from "./figure";
import type { Growth } from "./growth";
import type { PageLine } from "./pages";
import type { StudentLine } from "./students/lines";
import { columns, type Line, ms } from "./table";

/** One thing that is held against a budget, in words. What is no "ok" does not hold. */
export type Held = { part: string; what: string; value: string; must: string; verdict: string };

export const heldDesk = (lines: Line[]): Held[] =>
  lines.map((line) => ({
    ...{ part: line.engine, what: line.case, verdict: line.verdict },
    ...{ value: `${ms(line.median)} ms`, must: line.budget === null ? "" : `${line.budget} ms` },
  }));

export const heldPages = (lines: PageLine[]): Held[] =>
  lines.map(({ page, median, limit, verdict }) => ({
    ...{ part: "pages", what: `${page}, Lighthouse's performance` },
    ...{ value: String(median), must: `at least ${limit}`, verdict },
  }));

export const heldStudents = (lines: StudentLine[]): Held[] =>
  lines.map((line) => ({
    ...{ part: "students", what: `${line.case}: ${line.measure}`, verdict: line.verdict },
    ...{ value: ms(line.value), must: line.budget === null ? "" : String(line.budget) },
  }));

export const heldGrowth = ({ lines }: Growth): Held[] =>
  lines.map(({ path, ratio, budget, verdict }) => ({
    ...{ part: "growth", what: `${path}, CPU beside many / few`, verdict },
    ...{ value: ratio.median.toFixed(2), must: String(budget) },
  }));

export const heldFigures = (figures: Figure[]): Held[] =>
  figures.map(({ part, what, value, unit, most, verdict }) => ({
    ...{ part, what, verdict },
    ...{ value: `${ms(value)} ${unit}`, must: most === null ? "" : `${most} ${unit}` },
  }));

/** Whether it is what it must be, or nothing is asked of it. */
export const holds = ({ verdict }: Held) => verdict === "ok" || verdict === "no budget";

/** Everything that has a budget, or could not be measured. */
export function heldTable(all: Held[]): string {
  const judged = all.filter(({ verdict }) => verdict !== "no budget");
  const cells = judged.map(({ part, what, value, must, verdict }) => [part, what, value, must, verdict]);
  return columns([["part", "what", "measured", "must", ""], ...cells], [0, 1, 4]);
}
