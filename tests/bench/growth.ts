import fs from "node:fs";
import os from "node:os";
import postgres from "postgres";
import { databaseAddress } from "../database-address";
import { type Keyhole, startKeyhole } from "../keyhole";
import { startServer } from "../postgres";
import { type Askers, type GrowthPath, growthPaths } from "./growth-paths";
import { keepsToOwn, type PathPlans, plansOf } from "./plans";
import { postgresMeter } from "./postgres-meter";
import { meterOf } from "./process-meter";
import { answersOfNeighbour, everyday, fillSchool, signIn } from "./school";
import { type Storage, storageOf } from "./storage";

/** One installation with so many answers in it. */
type Grown = Askers & { answers: number; url: string; keyhole: Keyhole; filled: number };
/** Milliseconds of CPU for one request. */
type Cost = { app: number; postgres: number };
/** A path at the least and the most answers. `ratio`: median, least and most of the rounds. */
export type GrowthLine = {
  path: string;
  sizes: { answers: number; cost: Cost }[];
  ratio: { median: number; min: number; max: number };
  plans: PathPlans[];
  budget: number;
  verdict: "ok" | "over" | "plan grows";
};
export type Growth = { lines: GrowthLine[]; storage: Storage; filled: { answers: number; seconds: number }[] };

/** Times the CPU of ten thousand answers: as docs/performance.md has it. */
const budget = 1.2;

/**
 * The same paths beside few and beside many answers of others: two databases of one server, each with an app of its own,
 * asked in turn, so that what else the machine does falls on both alike. The ratio is that of a pair of batches, its median over
 * the rounds.
 * @param sizes how many answers the log holds, smallest first
 * @param rounds how often each path is asked, a batch at each size
 */
export async function measureGrowth(sizes: number[], rounds: number): Promise<Growth> {
  const server = await startServer();
  const grown: Grown[] = [];
  try {
    for (const size of sizes) grown.push(await growTo(size, server.url));
    const paths = growthPaths();
    const meter = await postgresMeter(server.url);
    const costs = new Map(paths.map((path) => [path, grown.map(() => [] as Cost[])]));
    // The first rounds are not counted: code is compiled as it is used, and a statement gets its plan at the sixth time.
    for (let round = -2; round < rounds; round++)
      for (const path of paths)
        for (const [index, one] of grown.entries()) {
          const cost = await costOf(path, one, meter.cpuMs);
          if (round >= 0 && cost) costs.get(path)?.[index]?.push(cost);
        }
    const storage = await storageOf(grown.at(-1) as Grown);
    const plans: PathPlans[][] = [];
    for (const one of grown) plans.push(await plansOf(one, paths));
    const lines = paths.map((path, at) =>
      lineOf(
        path,
        grown,
        costs.get(path) ?? [],
        plans.map((of) => of[at] as PathPlans),
      ),
    );
    return { lines, storage, filled: grown.map(({ answers, filled }) => ({ answers, seconds: filled })) };
  } finally {
    for (const { keyhole } of grown) await keyhole.stop();
    await server.stop();
  }
}

/** Whether the disk has room for ten million answers; if not, why in words. */
export function roomToGrow(): string | null {
  const { bavail, bsize } = fs.statfsSync(os.tmpdir());
  const free = (bavail * bsize) / 1e9;
  if (free >= 20) return null;
  return `Ten million answers need 20 GB of free disk in ${os.tmpdir()}, and there are ${free.toFixed(1)}: left out.`;
}

async function growTo(size: number, server: string): Promise<Grown> {
  const began = Date.now();
  const name = `answers_${size}`;
  const sql = postgres(server, { max: 1 });
  await sql.unsafe(`create database ${name}`);
  await sql.end();
  const url = databaseAddress(server, name);
  const school = await fillSchool({ DATABASE_URL: url }, Math.floor(size / answersOfNeighbour) - 7, everyday);
  const inside = postgres(url, { max: 1 });
  const [row] = await inside`select count(*)::int as answers from answer_log`;
  // What was written goes to disk now and not while we measure.
  await inside`checkpoint`;
  await inside.end();
  const filled = (Date.now() - began) / 1000;
  const keyhole = await startKeyhole("postgres", { DATABASE_URL: url });
  const [teacher, student, saver] = [
    await signIn(keyhole, school, "teacher"),
    await signIn(keyhole, school, "student"),
    await signIn(keyhole, school, "saver"),
  ];
  return { school, teacher, student, saver, url, keyhole, answers: row?.answers as number, filled };
}

async function costOf(path: GrowthPath, one: Grown, postgresMs: () => number | null): Promise<Cost | null> {
  const app = meterOf(one.keyhole.pid);
  const before = [app.cpuMs(), postgresMs()];
  for (let time = 0; time < path.batch; time++) await path.ask(one);
  const after = [app.cpuMs(), postgresMs()];
  const [ofApp, ofPostgres] = after.map((now, index) =>
    now === null ? null : (now - (before[index] ?? 0)) / path.batch,
  );
  return ofApp === null || ofApp === undefined || ofPostgres === null || ofPostgres === undefined
    ? null
    : { app: ofApp, postgres: ofPostgres };
}

function lineOf(path: GrowthPath, grown: Grown[], costs: Cost[][], plans: PathPlans[]): GrowthLine {
  const [few = [], most = []] = [costs[0], costs.at(-1)];
  const ratios = few.flatMap((one, round) => {
    const other = most[round];
    return other ? [(other.app + other.postgres) / (one.app + one.postgres)] : [];
  });
  const ratio = { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) };
  return {
    path: path.name,
    sizes: grown.map(({ answers }, index) => ({
      answers,
      cost: {
        app: median((costs[index] ?? []).map(({ app }) => app)),
        postgres: median((costs[index] ?? []).map(({ postgres }) => postgres)),
      },
    })),
    ratio,
    plans,
    budget,
    verdict: !keepsToOwn(plans) ? "plan grows" : ratio.median <= budget ? "ok" : "over",
  };
}

export function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
