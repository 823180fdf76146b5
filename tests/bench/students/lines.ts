import type { Verdict } from "../../chaos/compare";

/** What one process, or the database, used of the CPU for one request or one attempt, in ms; null where it cannot be told. */
export type Cost = { app: number | null; postgres: number | null };

/** One line of the students' table. Times in ms, sizes in kB, CPU for one request or one attempt. */
export type StudentLine = {
  case: string;
  times: number;
  errors: number;
  cpu: Cost;
  floor: Cost | null;
  /** What is held against the budget: its median over the rounds, and the least and the most of them. */
  measure: string;
  value: number;
  least: number;
  most: number;
  perSecond: number | null;
  p50: number | null;
  p95: number | null;
  p99: number | null;
  floorP95: number | null;
  floorPerSecond: number | null;
  kB: number | null;
  budget: number | null;
  verdict: "ok" | "over" | "failed" | "no budget";
};

/** A line with its verdict: what has errors, or measured nothing, failed. Nothing is held against no budget. */
export function lineOf(
  given: Pick<StudentLine, "case" | "times" | "errors" | "cpu" | "measure" | "budget"> & {
    values: number[];
  } & Partial<StudentLine>,
): StudentLine {
  const { values, ...rest } = given;
  const value = quantile(values, 0.5);
  return {
    ...{
      floor: null,
      perSecond: null,
      p50: null,
      p95: null,
      p99: null,
      floorP95: null,
      floorPerSecond: null,
      kB: null,
    },
    ...rest,
    value,
    least: Math.min(...values),
    most: Math.max(...values),
    verdict: verdictOf(given.errors > 0 || !Number.isFinite(value), value, given.budget),
  };
}

function verdictOf(failed: boolean, value: number, budget: number | null): StudentLine["verdict"] {
  if (failed) return "failed";
  if (budget === null) return "no budget";
  return value <= budget ? "ok" : "over";
}

/** The least of the values that at least this share of them does not exceed; 0 of none. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

const heads = [
  ...["case", "times", "errors", "CPU app", "Postgres", "floor", "its Postgres"],
  ...["/s", "floor /s", "p50", "p95", "p99", "floor p95", "kB", "measure", "value", "least", "most", "budget", ""],
];

/** The lines under their heads, in plain text. */
export function studentTable(lines: StudentLine[]): string {
  const cells = [heads, ...lines.map(cellsOf)];
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => (row[column] as string).length)));
  const left = ["case", "measure", ""];
  return cells
    .map((row) =>
      row
        .map((cell, column) =>
          left.includes(heads[column] as string)
            ? cell.padEnd(widths[column] as number)
            : cell.padStart(widths[column] as number),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function cellsOf(line: StudentLine): string[] {
  const { cpu, floor, verdict } = line;
  const costs = [cpu.app, cpu.postgres, floor?.app ?? null, floor?.postgres ?? null];
  return [
    ...[line.case, String(line.times), String(line.errors), ...costs.map(figure)],
    ...[line.perSecond, line.floorPerSecond, line.p50, line.p95, line.p99, line.floorP95, line.kB].map(figure),
    ...[line.measure, figure(line.value), figure(line.least), figure(line.most), figure(line.budget)],
    verdict === "no budget" ? "" : verdict,
  ];
}

const figure = (value: number | null) =>
  value === null ? "" : value < 1 ? value.toFixed(3) : value < 20 ? value.toFixed(2) : value.toFixed(0);

/** What became of everything that was acknowledged, in one line and then what no answer may say. */
export const promises = ({ acknowledged, lost, altered, marks, wrongMarks, odd }: Verdict) =>
  [
    `acknowledged ${acknowledged}, of them lost ${lost}, altered ${altered}; marked ${marks}, of them otherwise ${wrongMarks}`,
    ...odd.map((one) => `odd: ${one}`),
  ].join("\n");

/** Whether a promise was broken: then the figures are worth nothing. */
export const isBroken = ({ lost, altered, wrongMarks }: Verdict) => lost + altered + wrongMarks > 0;
