import type { Verdict } from "./compare";
import type { Driven } from "./drive";

const kinds: Record<number, string> = {
  1: "app killed (SIGKILL)",
  2: "Postgres stopped at once",
  3: "client's lines cut",
  4: "slow, then silent",
  5: "store full",
  6: "one of two processes restarted",
  7: "failover to the standby",
  8: "PgBouncer restarted",
  9: "six started at once on nothing",
};

/** The table of docs/reliability.md: a line for each kind of fault at each stage, then what became of what was promised. */
export function table(driven: Driven[]): string {
  const byStage = [...new Set(driven.map(({ stage }) => stage))].map((stage) => together(driven, stage));
  const lines = byStage.flatMap(({ stage, struck }) =>
    [...new Set(struck.map(({ name }) => name))].map((name) => {
      const those = struck.filter((one) => one.name === name);
      const ms = (of: "held" | "healed") => those.map((one) => one[of]).sort((a, b) => a - b);
      const kind = those[0]?.kind as number;
      const label = kind === 7 ? name : (kinds[kind] as string);
      const [held, healed] = [ms("held"), ms("healed")];
      return [
        String(kind),
        label,
        stage,
        String(those.length),
        s(middle(held)),
        s(middle(healed)),
        s(healed.at(-1) ?? 0),
      ];
    }),
  );
  const work = byStage.map(({ stage, struck, verdict: v }) =>
    [stage, struck.length, v.acknowledged, v.lost, v.altered, v.marks, v.wrongMarks, v.odd.length].map(String),
  );
  return [
    ...grid(
      ["", "fault", "where", "times", "broken for", "healed in: median", "max"],
      lines.sort((a, b) => Number(a[0]) - Number(b[0])),
    ),
    "",
    ...grid(["where", "faults", "acknowledged", "lost", "altered", "marks", "marked otherwise", "odd answers"], work),
  ].join("\n");
}

const middle = (sorted: number[]) => sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
const s = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

function grid(heads: string[], lines: string[][]): string[] {
  const all = [heads, heads.map(() => ""), ...lines];
  const widths = heads.map((_, column) => Math.max(3, ...all.map((line) => (line[column] as string).length)));
  const draw = (line: string[], fill: string) =>
    `| ${line.map((cell, column) => cell.padEnd(widths[column] as number, fill)).join(" | ")} |`;
  return all.map((line, index) => draw(line, index === 1 ? "-" : " "));
}

/** The rounds of one stage as one. */
function together(driven: Driven[], stage: string): Driven {
  const rounds = driven.filter((one) => one.stage === stage);
  const sum = (of: Exclude<keyof Verdict, "odd">) => rounds.reduce((all, { verdict }) => all + verdict[of], 0);
  const verdict = {
    acknowledged: sum("acknowledged"),
    lost: sum("lost"),
    altered: sum("altered"),
    marks: sum("marks"),
    wrongMarks: sum("wrongMarks"),
    odd: rounds.flatMap((one) => one.verdict.odd),
  };
  return { stage, struck: rounds.flatMap(({ struck }) => struck), verdict };
}
