import { findPgBouncer } from "../cluster/pgbouncer";
import { Disk } from "./disk";
import { type Driven, drive, type Fault, type Stage } from "./drive";
import { onEmbedded, onPostgres } from "./stage-one";
import { onSeveral } from "./stage-several";
import { onEmpty } from "./stage-starts";

/**
 * How often each kind of fault strikes on each stage, after how many more answers, and how long students think, in ms.
 * What takes long to mend strikes less often.
 */
export type Form = { times: Record<string, Record<number, number>>; between: number; think: number };

export const forms = {
  short: {
    times: {
      embedded: { 1: 1, 3: 1, 4: 1, 5: 1 },
      postgres: { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1 },
      several: { 6: 1, 7: 1, 8: 1 },
      empty: { 9: 1 },
    },
    between: 60,
    think: 150,
  },
  long: {
    times: {
      postgres: { 1: 4, 2: 8, 3: 12, 4: 8, 5: 4 },
      several: { 6: 6, 7: 4, 8: 24 },
      embedded: { 1: 4, 3: 12, 4: 8, 5: 6 },
      empty: { 9: 3 },
      loose: { 7: 3 },
    },
    between: 210,
    think: 500,
  },
} satisfies Record<string, Form>;

const students = 50;

const stages: Record<string, (folder: string) => Promise<Stage>> = {
  embedded: (folder) => onEmbedded(folder, students),
  postgres: (folder) => onPostgres(folder, students),
  several: (folder) => onSeveral(folder, students, true),
  loose: (folder) => onSeveral(folder, students, false),
  empty: (folder) => onEmpty(folder, students),
};

/** The stages that a form goes through. */
export const stageNames = (form: keyof typeof forms) => Object.keys(forms[form].times);

/** Goes through the stages of a form, or one of them. @param folder for everything that is made on the way */
export async function runStages(
  folder: string,
  {
    times,
    between,
    think,
    seed,
    only,
    end,
    say = () => {},
  }: Form & { seed: number; only?: string; end?: number; say?: (line: string) => void },
): Promise<Driven[]> {
  const driven: Driven[] = [];
  for (const [name, often] of Object.entries(times)) {
    if (only && only !== name) continue;
    // What starts on nothing needs a new nothing each time; elsewhere faults follow each other.
    const rounds = name === "empty" ? (often[9] ?? 0) : 1;
    for (let round = 0; round < rounds; round++) {
      const stage = await stages[name]!(folder);
      const plan = planned(stage.faults, name === "empty" ? { 9: 1 } : often);
      say(`${stage.name}: ${plan.length} faults`);
      driven.push(await drive(stage, plan, { seed: seed + round, between, think, say, end }).finally(stage.close));
    }
  }
  return driven;
}

/** Each fault as often as it is to strike, spread over the whole: the kinds come by turns. */
function planned(faults: Fault[], often: Record<number, number>): Fault[] {
  const spread = faults.flatMap((fault) => {
    const times = often[fault.kind] ?? 0;
    return Array.from({ length: times }, (_, index) => ({ fault, at: (index + 0.5) / times }));
  });
  return spread.sort((a, b) => a.at - b.at).map(({ fault }) => fault);
}

/** In words, which faults this machine cannot make. */
export function missingHere(folder: string): string[] {
  const disk = Disk.mount(folder, 1);
  disk?.unmount();
  return [
    ...(disk ? [] : ["no small disk can be mounted here, so no store was full: run as root"]),
    ...(findPgBouncer() ? [] : ["no PgBouncer was found, so none was restarted: install pgbouncer"]),
  ];
}

/** What must not be said of a stage, in words; "" when all is well. */
export function troubleOf({ stage, verdict, mayLose }: Driven): string {
  const { lost, altered, wrongMarks, odd } = verdict;
  if (altered + wrongMarks + odd.length + (mayLose ? 0 : lost) === 0) return "";
  return `${stage}: ${lost} lost, ${altered} altered, ${wrongMarks} marked otherwise, ${[...new Set(odd)].join("; ")}`;
}
