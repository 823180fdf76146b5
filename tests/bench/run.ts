/*
 * How fast Keyhole is, how much it takes, and how it grows, in parts:
 *   postgres, embedded  the pages of the teacher's desk on either store: 200 students, 50 questions, 3 goes, among other
 *                       classes. Times are the server's own, from the arrival of a request to its last byte, as it logs them; for
 *                       what streams those of a client on the same machine, to the first byte. CPU is that of the server's
 *                       process: with the embedded store the database is in it, with Postgres it is not.
 *   pages               how fast Lighthouse finds the pages that students meet, on a phone with a slow line
 *   growth              the same paths beside ten thousand and beside a million answers of others
 *   start               how long a start takes; what Keyhole takes in memory and on disk
 *   students            what students do, on Postgres, held against bare floors: servers that ask the same SQL or send the same
 *                       bytes, and do nothing else. Of these alone students.saves, .attempts, .thinking or .pages. See students/
 * It builds first. Each part prints its own table, and at the end all that has a budget stands in one.
 *   --built          measures the build that is there
 *   --quick          postgres, growth and students alone, with fewer neighbours and rounds, no class of 800 or 3,000, and a tenth of
 *                    the growth
 *   --growth         ten million answers as well, where there are 20 GB of free disk; some ten minutes more
 *   --strict         exit 1 when something is over its budget, failed or not there
 *   --only <part>    one of them
 */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import { parseArgs } from "node:util";
import { benchDesk } from "./desk";
import { type Held, heldDesk, heldFigures, heldGrowth, heldPages, heldStudents, heldTable, holds } from "./held";
import { benchGrowth, benchStart } from "./installation";
import { judgePages, pageTable } from "./pages";
import { isBroken, promises, studentTable } from "./students/lines";
import { benchStudents } from "./students/students";

const { values: flags } = parseArgs({
  options: {
    built: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    growth: { type: "boolean", default: false },
    strict: { type: "boolean", default: false },
    only: { type: "string" },
  },
});
const { quick, only } = flags;
let broken = false;

/** Each measures, prints its table and tells what of it is held against a budget, and everything for bench.json. */
const parts: Record<string, () => Promise<{ held: Held[]; found: unknown }>> = {
  postgres: async () => of(await benchDesk("postgres", quick), heldDesk),
  embedded: async () => of(await benchDesk("embedded", quick), heldDesk),
  pages: async () => {
    const lines = await (quick ? judgePages(1, ["lesson", "quiz"]) : judgePages(3));
    console.log(`${pageTable(lines)}\n`);
    return of(lines, heldPages);
  },
  growth: async () => of(await benchGrowth(flags), heldGrowth),
  start: async () => of(await benchStart(quick), heldFigures),
  students: async () => {
    const { lines, verdict, statements } = await benchStudents(quick, only?.split(".")[1], console.log);
    console.log(`\n${studentTable(lines)}\n\n${promises(verdict)}\n`);
    broken = isBroken(verdict);
    return { held: heldStudents(lines), found: { lines, verdict, statements } };
  },
};
const of = <Found>(found: Found, held: (found: Found) => Held[]) => ({ held: held(found), found });
const load = () =>
  os
    .loadavg()
    .map((one) => one.toFixed(1))
    .join(", ");

const quickly = ["postgres", "growth", "students"];
const wanted = Object.keys(parts).filter((part) =>
  only ? part === only.split(".")[0] : !quick || quickly.includes(part),
);
if (wanted.length === 0) {
  console.error(`--only takes one of ${Object.keys(parts).join(", ")}.`);
  process.exit(1);
}
if (!flags.built) execFileSync("npm", ["run", "build"], { stdio: "inherit" });
const machine = `${os.cpus().length} cores (${os.cpus()[0]?.model}), Node ${process.versions.node}`;
const loadBefore = load();
const held: Held[] = [];
const found: Record<string, unknown> = {};
const seconds: Record<string, number> = {};
for (const part of wanted) {
  const began = performance.now();
  const one = await parts[part]?.();
  held.push(...(one?.held ?? []));
  found[part] = one?.found;
  seconds[part] = Math.round((performance.now() - began) / 1000);
}
const took = Object.values(seconds).reduce((sum, one) => sum + one, 0);
console.log(`${heldTable(held)}\n`);
console.log(`${machine}; load average ${loadBefore} before, ${load()} after`);
console.log(
  `${took} s in all: ${Object.entries(seconds)
    .map(([part, one]) => `${part} ${one}`)
    .join(", ")}`,
);
fs.writeFileSync(
  "bench.json",
  `${JSON.stringify({ at: new Date(), machine, load: [loadBefore, load()], flags, seconds, held, ...found }, null, 1)}\n`,
);
process.exit(broken || (flags.strict && !held.every(holds)) ? 1 : 0);
