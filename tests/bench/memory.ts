import { setTimeout as sleep } from "node:timers/promises";
import { admit, newPupils, type Pupil, prepare } from "../chaos/school";
import { type Keyhole, startKeyhole } from "../keyhole";
import { startServer } from "../postgres";
import type { Engine } from "../stores";
import { Visitor } from "../visitor";
import { type Figure, figure } from "./figure";
import { meterOf } from "./process-meter";
import { saveSomething } from "./saving";
import { inFolder, newDatabase } from "./start";

/** MB of resident memory of the app's process, as docs/performance.md has them. */
const budgets: Record<Engine, { rest: number; load: number | null }> = {
  postgres: { rest: 120, load: 200 },
  embedded: { rest: 450, load: null },
};

/**
 * What the app's process holds in memory: some seconds after its first page, and while students start a quiz and save answers
 * without a pause. With the embedded store the database is in it.
 * @param forMs how long they save
 * @param engines what the answers go to
 */
export async function measureMemory(students: number, forMs: number, engines: Engine[]): Promise<Figure[]> {
  const found: Figure[] = [];
  for (const engine of engines) found.push(...(await ways[engine](students, forMs)));
  return found;
}

const ways: Record<Engine, (students: number, forMs: number) => Promise<Figure[]>> = {
  async postgres(students, forMs) {
    const server = await startServer();
    return newDatabase(server.url)
      .then((DATABASE_URL) => measureOn("postgres", { DATABASE_URL }, students, forMs))
      .finally(server.stop);
  },
  embedded: (students, forMs) => inFolder((DATA_DIR) => measureOn("embedded", { DATA_DIR }, students, forMs)),
};

async function measureOn(engine: Engine, database: Record<string, string>, students: number, forMs: number) {
  await prepare(database);
  const pupils = await newPupils(students);
  await admit(database, pupils);
  const keyhole = await startKeyhole(engine, database);
  const meter = meterOf(keyhole.pid);
  try {
    await new Visitor(keyhole).get("/");
    await sleep(5000);
    const rest = meter.memory()?.now ?? Number.NaN;
    const working = await startAll(keyhole, pupils);
    const cpu = meter.cpuMs() ?? Number.NaN;
    const kept = await saveAll(working, forMs);
    const each = ((meter.cpuMs() ?? Number.NaN) - cpu) / kept;
    const loaded = meter.memory();
    await sleep(5000);
    const after = meter.memory()?.now ?? Number.NaN;
    const of = (what: string, value: number, most: number | null, note = "") =>
      figure({ part: "memory", what: `${engine}, ${what}`, value, unit: "MB", most, note });
    const { [engine]: budget } = budgets;
    return [
      of("at rest", rest, budget.rest),
      of(
        `${students} students save`,
        loaded?.peak ?? Number.NaN,
        budget.load,
        `(the highest; ${kept} answers, ${each.toFixed(1)} ms of CPU each)`,
      ),
      of("five seconds after", after, null),
    ];
  } finally {
    await keyhole.stop();
  }
}

type Working = { visitor: Visitor; attempt: string };

/** Everybody starts, all at once. */
function startAll(keyhole: Keyhole, pupils: Pupil[]): Promise<Working[]> {
  return Promise.all(
    pupils.map(async ({ cookie, assignments }) => {
      const visitor = new Visitor(keyhole, cookie);
      await visitor.get(`/assignments/${assignments[0]}`);
      await visitor.submit(/^Start/);
      return { visitor, attempt: new URL(visitor.page.url).pathname.split("/").slice(0, 3).join("/") };
    }),
  );
}

/** Everybody saves one answer after the other. @returns how many were kept */
async function saveAll(working: Working[], forMs: number): Promise<number> {
  let kept = 0;
  const end = performance.now() + forMs;
  await Promise.all(
    working.map(async ({ visitor, attempt }) => {
      for (; performance.now() < end; kept++) await saveSomething(visitor, attempt, 14);
    }),
  );
  return kept;
}
