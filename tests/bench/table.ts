import type { Engine } from "../stores";
import type { Case } from "./cases";
import type { Measured } from "./measure";

/** One line of the table. Times in ms, sizes in kB, memory in MB; what was not measured is null. */
export type Line = {
  engine: Engine;
  case: string;
  status: number;
  times: number;
  median: number;
  p95: number;
  /** Until the last byte, where the budget is for the first one. */
  whole: number | null;
  cpu: number | null;
  kB: number;
  budget: number | null;
  memory: Measured["memory"];
  growth: number | null;
  verdict: "ok" | "over" | "not there" | "failed" | "no budget";
};

/** The median of a case is held against its budget: the machine's other work is in the 95th percentile. */
export function lineOf(engine: Engine, { case: one, samples, memory }: Measured): Line {
  const status = samples.at(-1)?.status ?? 0;
  const heard = samples.map((sample) => (one.heard === "whole" ? sample.whole : sample.first));
  const cpu = samples.flatMap((sample) => (sample.cpu === null ? [] : [sample.cpu]));
  const median = quantile(heard, 0.5);
  const budget = one.budget?.[engine] ?? null;
  const grown = memory ? memory.peak - memory.before : null;
  return {
    engine,
    case: one.name,
    status,
    times: samples.length,
    median,
    p95: quantile(heard, 0.95),
    whole:
      one.heard === "whole"
        ? null
        : quantile(
            samples.map((sample) => sample.whole),
            0.5,
          ),
    cpu: cpu.length > 0 ? cpu.reduce((sum, each) => sum + each, 0) / cpu.length : null,
    kB: (samples.at(-1)?.bytes ?? 0) / 1024,
    budget,
    memory,
    growth: grown,
    verdict: verdictOf(one, status, median, budget, grown),
  };
}

function verdictOf(one: Case, status: number, median: number, budget: number | null, grown: number | null) {
  if (status === 404) return "not there";
  if (status !== (one.again ? 304 : 200)) return "failed";
  if (budget === null) return "no budget";
  return median <= budget && (grown ?? 0) <= (one.growth?.most ?? 0) ? "ok" : "over";
}

/** The least of the values that at least this share of them does not exceed. */
function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

const heads = [
  "store",
  "case",
  "status",
  "times",
  "median",
  "p95",
  "budget",
  "",
  "whole",
  "CPU",
  "kB",
  "MB before",
  "peak",
  "after",
];

/** The lines under their heads, in plain text. */
export function table(lines: Line[]): string {
  return columns([heads, ...lines.map(cellsOf)], [0, 1, 7]);
}

/** Cells one under the other, in plain text. @param words the columns that begin at the left */
export function columns(cells: string[][], words: number[]): string {
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => (row[column] as string).length)));
  return cells
    .map((row) =>
      row
        .map((cell, column) =>
          words.includes(column) ? cell.padEnd(widths[column] as number) : cell.padStart(widths[column] as number),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function cellsOf(line: Line): string[] {
  const { engine, case: name, status, times, median, p95, budget, verdict, whole, cpu, kB, memory } = line;
  if (verdict === "not there") return [engine, name, "404", "", "", "", ms(budget), verdict, "", "", "", "", "", ""];
  const sizes = memory ? [memory.before, memory.peak, memory.after].map((one) => one.toFixed(0)) : ["", "", ""];
  const figures = [String(times), ms(median), ms(p95), ms(budget)];
  const judged = verdict === "no budget" ? "" : verdict;
  return [engine, name, String(status), ...figures, judged, ms(whole), ms(cpu), kB.toFixed(0), ...sizes];
}

export const ms = (value: number | null) => (value === null ? "" : value < 9.95 ? value.toFixed(1) : value.toFixed(0));
