import { setTimeout as sleep } from "node:timers/promises";
import type { Keyhole } from "../keyhole";
import { compare, type Verdict } from "./compare";
import { type Journal, newJournal } from "./journal";
import { type Database, type Pupil, within } from "./school";
import { Student } from "./student";

/** Something that breaks and is mended again; what it needs to know of the students' work comes along. */
export type Fault = {
  kind: number;
  name: string;
  /** Brings everything to where it can strike, while students work. */
  ready?(): Promise<void>;
  /** Breaks it. Resolves when what was broken is whole again, or was started again. */
  strike(): Promise<void>;
};

/** Where students work: real processes on a real database. */
export type Stage = {
  name: string;
  origin: string;
  pupils: Pupil[];
  faults: Fault[];
  database: Database;
  /** Where losing the last moments is known and measured: replication that nobody waits for. */
  mayLose?: boolean;
  /** The processes of the app, which run but while a fault strikes. */
  apps(): Keyhole[];
  /** Stops what uses the database, so that it can be read. */
  rest(): Promise<void>;
  close(): Promise<void>;
};

/** One strike: `held` until it was mended, `healed` until every student's work was acknowledged again after that, in ms. */
export type Struck = { kind: number; name: string; stage: string; held: number; healed: number };
export type Driven = { stage: string; mayLose?: boolean; struck: Struck[]; verdict: Verdict };

/**
 * Fifty students work while the faults strike, one after the other, each when everybody had recovered from the last and
 * `between` more answers were acknowledged.
 * @param seed what students answer, and when, comes from it
 * @param end no more strikes after this moment of `performance.now()`
 * @param think ms that a student waits before an answer, in the middle
 */
export async function drive(
  stage: Stage,
  plan: Fault[],
  {
    seed,
    between,
    think,
    say,
    end = Number.POSITIVE_INFINITY,
  }: { seed: number; between: number; think: number; say: (line: string) => void; end?: number },
): Promise<Driven> {
  const journal = newJournal();
  const place = { origin: stage.origin, think, mayLose: stage.mayLose, closed: false };
  let over = false;
  const working = stage.pupils.map((pupil, index) =>
    new Student(pupil, place, journal, seed * 1000 + index).work(() => over),
  );
  const struck: Struck[] = [];
  const striking = (async () => {
    for (const fault of plan) {
      if (performance.now() > end) break;
      const before = journal.answers.length;
      await fault.ready?.();
      if (fault.kind !== 9) await until(() => journal.answers.length >= before + between, `before ${fault.name}`);
      journal.odd.push(...endedOf(stage));
      const one = await strikeOnce(fault, stage, journal);
      struck.push(one);
      say(`${stage.name}: ${one.name}, healed in ${Math.round(one.healed)} ms`);
    }
    const before = journal.answers.length;
    await until(() => journal.answers.length >= before + between, "at the end");
  })()
    .catch((cause: Error) => {
      journal.odd.push(cause.message);
      place.closed = true;
    })
    .finally(() => {
      over = true;
    });
  const ended = await Promise.allSettled([striking, ...working]);
  for (const one of ended) if (one.status === "rejected") journal.odd.push((one.reason as Error).message);
  journal.odd.push(...endedOf(stage));
  await stage.rest();
  return {
    stage: stage.name,
    mayLose: stage.mayLose,
    struck,
    verdict: await within(stage.database, () => compare(journal)),
  };
}

/** @returns what those processes said last that ended by themselves */
const endedOf = (stage: Stage) =>
  stage
    .apps()
    .filter((app) => !app.isRunning())
    .map((app) => `a process ended by itself: ${app.output().slice(-1500)}`);

async function strikeOnce({ kind, name, strike }: Fault, stage: Stage, journal: Journal): Promise<Struck> {
  const began = performance.now();
  await strike();
  const mended = performance.now();
  await until(() => healed(journal, stage.pupils.length, mended), `after ${name}`);
  return { kind, name, stage: stage.name, held: mended - began, healed: performance.now() - began };
}

/** Whether every student got an answer to something that they sent after this moment. */
const healed = ({ latest }: Journal, of: number, after: number) =>
  [...latest.values()].filter((sent) => sent > after).length >= of;

async function until(is: () => boolean, when: string): Promise<void> {
  for (const end = performance.now() + 120_000; performance.now() < end; await sleep(10)) if (is()) return;
  throw new Error(`The students' work did not go on within two minutes, ${when}.`);
}
