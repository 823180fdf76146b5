/*
 * How long the pages of the teacher's desk take, on both stores: 200 students, 50 questions, 3 attempts each, among other
 * classes. Times are the server's own, from the arrival of a request to its last byte, as it logs them; for what streams those
 * of a client on the same machine, from sending the request to the first byte. CPU is that of the server's process: with the
 * embedded store the database is in it, with Postgres it is not. Then how fast Lighthouse finds the pages that students meet,
 * on a phone with a slow line: the median of three runs. Then the same paths beside ten thousand and beside a million answers of
 * others; how long a start takes, what it takes on disk and in memory; and what students do, on Postgres, held against bare
 * floors: servers that ask the same SQL or send the same bytes, and do nothing else. See students/.
 *   --quick          fewer neighbours and rounds; of the pages the two where students stay, once; a tenth of the growth
 *   --growth         ten million answers as well, where there are 20 GB of free disk; some ten minutes more
 *   --strict         exit 1 when something is over its budget, failed or not there
 *   --only <part>    postgres, embedded, pages, growth, start or students; of these alone students.saves, .attempts, .thinking
 *                    or .pages
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { startKeyhole } from "../keyhole";
import { startServer } from "../postgres";
import type { Engine } from "../stores";
import { cases } from "./cases";
import { benchGrowth, benchStart } from "./installation";
import { measure } from "./measure";
import { judgePages, pageTable } from "./pages";
import { meterOf } from "./process-meter";
import { saveSomething } from "./saving";
import { alsoOf, fillSchool, large, signIn } from "./school";
import { serverLog } from "./server-log";
import { isBroken, promises, studentTable } from "./students/lines";
import { benchStudents } from "./students/students";
import { type Line, lineOf, table } from "./table";

const { values: flags } = parseArgs({
  options: {
    quick: { type: "boolean" },
    growth: { type: "boolean" },
    strict: { type: "boolean" },
    only: { type: "string" },
  },
});
const size = flags.quick
  ? { rounds: 7, patience: 5000, neighbours: 20 }
  : { rounds: 25, patience: 30_000, neighbours: 300 };

if (!fs.existsSync("build/server/index.js")) {
  console.error("There is no build yet: run `npm run build` first.");
  process.exit(1);
}
const lines: Line[] = [];
const wanted = (part: string) => (flags.only ?? part) === part;
if (wanted("postgres")) {
  const server = await startServer();
  lines.push(...(await bench("postgres", { DATABASE_URL: server.url }).finally(server.stop)));
}
if (wanted("embedded")) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-bench-"));
  lines.push(...(await bench("embedded", { DATA_DIR: dir }).finally(() => fs.rmSync(dir, { recursive: true }))));
}
const pages = wanted("pages") ? await (flags.quick ? judgePages(1, ["lesson", "quiz"]) : judgePages(3)) : [];
if (pages.length > 0) console.log(`${pageTable(pages)}\n`);
const students =
  flags.only === undefined || flags.only.startsWith("students")
    ? await benchStudents(flags.quick === true, flags.only?.split(".")[1], console.log)
    : null;
if (students) console.log(`\n${studentTable(students.lines)}\n\n${promises(students.verdict)}\n`);
const growth = wanted("growth") ? await benchGrowth(flags) : null;
const figures = wanted("start") ? await benchStart(flags.quick === true) : [];
if (lines.length > 0)
  console.log(`ms, median of at most ${size.rounds}; ${size.neighbours} classes beside the one that is measured`);
fs.writeFileSync(
  "bench.json",
  `${JSON.stringify({ at: new Date(), cpu: os.cpus()[0]?.model, ...size, lines, pages, growth, figures, students }, null, 1)}\n`,
);
const all = [...lines, ...pages, ...figures, ...(growth?.lines ?? []), ...(students?.lines ?? [])];
const good = all.every(({ verdict }) => ["ok", "no budget"].includes(verdict));
const broken = students ? isBroken(students.verdict) : false;
process.exit(broken || (flags.strict && !good) ? 1 : 0);

/** @param database the environment variables that name an empty one */
async function bench(engine: Engine, database: Record<string, string>): Promise<Line[]> {
  const began = Date.now();
  // On the embedded store to fill a class of 3,000 takes minutes, and nobody has one there.
  const sizes = flags.quick ? [30] : engine === "postgres" ? [30, 3000] : [30];
  const school = await fillSchool(database, size.neighbours, [...large, ...sizes.flatMap(alsoOf)]);
  console.log(`${engine}: filled in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  const keyhole = await startKeyhole(engine, { ...database, LOG_LEVEL: "debug" });
  try {
    const people = {
      teacher: await signIn(keyhole, school, "teacher"),
      student: await signIn(keyhole, school, "student"),
    };
    const saver = await signIn(keyhole, school, "saver");
    const save = () => saveSomething(saver, school.attempt);
    const took = serverLog(keyhole.output);
    const measuring = { people, save, meter: meterOf(keyhole.pid), took };
    const measured = await measure(cases(school), measuring, size.rounds, size.patience);
    const lines = measured.map((one) => lineOf(engine, one));
    console.log(`\n${table(lines)}\n`);
    return lines;
  } finally {
    await keyhole.stop();
  }
}
