import { lineOf, quantile, type StudentLine } from "./lines";
import type { Open, Pupil } from "./orders";
import { each, type Measured, type Place, total } from "./place";

/** Gives so many students, each with so many addresses at which an attempt is started that they were not given before. */
export type Take = (students: number, each: number) => Pupil[];

/** CPU time that a whole attempt may cost, of the app and Postgres together, in ms. */
const budget = 20;

/** Whole attempts by few and by many who never stop to think. `goes` by how many there are. */
export async function measureAttempts(
  place: Place,
  take: Take,
  practice: Take,
  goes: [students: number, each: number][],
): Promise<StudentLine[]> {
  const lines: StudentLine[] = [];
  for (const [students, times] of goes) {
    const done = await place.order({ what: "attempts", pupils: take(students, times), goes: times });
    lines.push(attemptLine(`whole attempt, ${students} at once`, done));
  }
  const done = await place.order({ what: "attempts", pupils: practice(50, 1), goes: 1 });
  lines.push(attemptLine("whole attempt, practice, 50 at once", done));
  return lines;
}

function attemptLine(name: string, done: Measured): StudentLine {
  return lineOf({
    ...resultOf(name, done),
    ...{ times: done.attempts, cpu: each([done.cost], done.attempts) },
    ...{ measure: "CPU with Postgres, ms", values: [total(done.cost) / done.attempts], budget },
  });
}

/** A thousand who think for ten seconds before each step. @param forMs for how long */
export async function measureThinking(place: Place, take: Take, students: number, forMs: number): Promise<StudentLine> {
  const done = await place.order({ what: "thinking", pupils: take(students, 4), think: 10_000, forMs });
  const name = `${students} students, 10 s to think`;
  return lineOf({
    ...resultOf(name, done),
    ...{ cpu: each([done.cost], done.requests), times: done.requests },
    ...{ measure: "p95, ms", values: [quantile(done.ms, 0.95)], budget: 150 },
  });
}

/** Everybody presses the same button at the same moment. `open` is what was started. */
export async function measureStart(place: Place, pupils: Pupil[]): Promise<{ open: Open[]; lines: StudentLine[] }> {
  for (const { cookie, tasks } of pupils)
    await place.order({ what: "look", path: tasks[0] as string, cookie, times: 1, atOnce: 1 });
  const done = await place.order({ what: "start", pupils });
  return { open: done.open, lines: pressLines("start", done) };
}

export async function measureHandingIn(place: Place, open: Open[]): Promise<StudentLine[]> {
  return pressLines("hand in", await place.order({ what: "hand in", open }));
}

function pressLines(what: string, done: Measured): StudentLine[] {
  const name = `${what}, ${done.requests} at the same moment`;
  const line = { ...resultOf(name, done), times: done.requests, cpu: each([done.cost], done.requests) };
  return [
    lineOf({ ...line, measure: "slowest till it is done, ms", values: [Math.max(...done.firstMs)], budget: 2000 }),
    lineOf({ ...line, measure: "slowest till the page after, ms", values: [Math.max(...done.ms)], budget: 2000 }),
  ];
}

const resultOf = (name: string, done: Measured) => ({
  ...{ case: name, errors: done.errors.length, perSecond: done.requests / (done.tookMs / 1000) },
  ...{ p50: quantile(done.ms, 0.5), p95: quantile(done.ms, 0.95), p99: quantile(done.ms, 0.99) },
});
