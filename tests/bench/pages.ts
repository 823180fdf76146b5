import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { openLighthouse, type Place, places } from "../browser/lighthouse";
import { startKeyhole } from "../keyhole";

/** What Lighthouse says of how fast a page is there, from 0 to 100: the median of its runs is held against the limit. */
export type PageLine = {
  page: string;
  runs: number[];
  median: number;
  limit: number;
  verdict: "ok" | "over";
  faults: string[];
};

const limit = 95;

/**
 * Judges the pages that students meet, one after the other, so that a busy moment falls on all of them alike.
 * @param runs how often each is judged
 * @param only names of pages; without them all
 */
export async function judgePages(runs: number, only?: string[]): Promise<PageLine[]> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-bench-"));
  const keyhole = await startKeyhole("embedded", { DATA_DIR: dir });
  const lighthouse = await openLighthouse();
  try {
    const judged = (await places(keyhole))
      .filter(({ name }) => only?.includes(name) ?? true)
      .map((place) => ({ place, scores: [] as number[], faults: [] as string[] }));
    for (let run = 0; run < runs; run++)
      for (const one of judged) {
        const { scores, faults } = await lighthouse.judge(one.place, ["performance"]);
        one.scores.push(scores.performance ?? 0);
        one.faults = faults;
      }
    return judged.map(lineOf);
  } finally {
    await lighthouse.close();
    await keyhole.stop();
    fs.rmSync(dir, { recursive: true });
  }
}

function lineOf({ place, scores, faults }: { place: Place; scores: number[]; faults: string[] }): PageLine {
  const median = [...scores].sort((a, b) => a - b)[scores.length >> 1] ?? 0;
  return { page: place.name, runs: scores, median, limit, verdict: median >= limit ? "ok" : "over", faults };
}

/** A line for each page: its median, its runs and, where it is too slow, why. */
export const pageTable = (lines: PageLine[]) =>
  lines
    .map(({ page, median, runs, verdict, faults }) =>
      [`lighthouse  ${page.padEnd(8)}`, String(median).padStart(3), `(${runs.join(", ")})`, `of ${limit}`, verdict]
        .concat(verdict === "over" ? faults : [])
        .join("  "),
    )
    .join("\n");
