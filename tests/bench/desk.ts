import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { startKeyhole } from "../keyhole";
import { startServer } from "../postgres";
import type { Engine } from "../stores";
import { cases } from "./cases";
import type { ClassPlan } from "./fill";
import { type Much, measure } from "./measure";
import { meterOf } from "./process-meter";
import { saveSomething } from "./saving";
import { alsoOf, fillSchool, large, largeWithYear, signIn } from "./school";
import { serverLog } from "./server-log";
import { type Line, lineOf, table } from "./table";

const whole = { warm: 10, rounds: 25, patience: 10_000, forMs: 60_000, neighbours: 300 };
const quickly = { warm: 3, rounds: 3, patience: 2000, forMs: 10_000, neighbours: 20 };

/** The pages and files of the teacher's desk on one of the two stores, printed: 200 students, 50 questions, 3 goes at them. */
export async function benchDesk(engine: Engine, quick: boolean): Promise<Line[]> {
  const size = quick ? quickly : whole;
  // On the embedded store to fill a class of 3,000 takes minutes, and nobody has one there.
  const classes = !quick && engine === "postgres" ? [30, 3000] : [30];
  const plan = { measured: quick ? large : largeWithYear, classes };
  if (engine === "postgres") {
    const server = await startServer();
    return measureOn(engine, { DATABASE_URL: server.url }, plan, size).finally(server.stop);
  }
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-bench-"));
  return measureOn(engine, { DATA_DIR: dir }, plan, size).finally(() => fs.rmSync(dir, { recursive: true }));
}

/** @param database the environment variables that name an empty one */
async function measureOn(
  engine: Engine,
  database: Record<string, string>,
  { measured, classes }: { measured: ClassPlan[]; classes: number[] },
  size: Much & { neighbours: number },
): Promise<Line[]> {
  const began = Date.now();
  const school = await fillSchool(database, size.neighbours, [...measured, ...classes.flatMap(alsoOf)]);
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
    const found = await measure(cases(school), { people, save, meter: meterOf(keyhole.pid), took }, size);
    const lines = found.map((one) => lineOf(engine, one));
    console.log(`\n${table(lines)}\nms, median of at most ${size.rounds}; ${size.neighbours} other classes beside\n`);
    return lines;
  } finally {
    await keyhole.stop();
  }
}
