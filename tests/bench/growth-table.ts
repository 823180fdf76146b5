import type { Figure } from "./figure";
import type { Growth, GrowthLine } from "./growth";
import { columns, ms } from "./table";

/** What growth came to: each path at each size, and what its statements looked at. CPU in ms a request. */
export function growthTable({ lines, filled }: Growth): string {
  const sizes = (lines[0]?.sizes ?? []).map(({ answers }) => answers.toLocaleString("en"));
  const cost = ({ app, postgres }: GrowthLine["sizes"][number]["cost"]) => `${ms(app)} + ${ms(postgres)}`;
  const heads = ["path", ...sizes, "ratio", "least", "most", "must", "", "rows read", "statements"];
  const cells = lines.map(({ path, sizes, ratio, budget, verdict, plans }) => [
    path,
    ...sizes.map((one) => cost(one.cost)),
    ...[ratio.median, ratio.min, ratio.max, budget].map((one) => one.toFixed(2)),
    verdict,
    plans.map(({ rows }) => rows).join(", "),
    plans.map(({ statements }) => statements.length).join(", "),
  ]);
  const made = filled.map(({ answers, seconds }) => `${answers.toLocaleString("en")} in ${seconds.toFixed(0)} s`);
  return `CPU of app + Postgres, ms a request, by how many answers are stored (${made.join("; ")})\n${columns(
    [heads, ...cells],
    [0, 5 + sizes.length],
  )}`;
}

export function figureTable(figures: Figure[]): string {
  const cells = figures.map(({ part, what, value, unit, most, verdict, note }) => {
    const told = Number.isFinite(value) ? `${ms(value)} ${unit}` : "";
    return [part, what, told, most === null ? "" : String(most), verdict === "no budget" ? "" : verdict, note];
  });
  return columns([["part", "what", "", "must", "", ""], ...cells], [0, 1, 4, 5]);
}
