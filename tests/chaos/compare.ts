import { sql } from "drizzle-orm";
import { rows } from "~/db.server";
import { interactions } from "~/interactions/registry.server";
import { nameOf } from "~/models/answer-name.server";
import { gradeStored } from "~/models/grading.server";
import type { Acknowledged, Journal } from "./journal";

/** What became of what was promised; `marks` were held against a marking of their own. */
export type Verdict = {
  acknowledged: number;
  lost: number;
  altered: number;
  marks: number;
  wrongMarks: number;
  odd: string[];
};

type Logged = {
  attempt: string;
  slot: number;
  client: string;
  seq: number;
  response: unknown;
  counted: boolean;
  body: unknown;
  interaction: keyof typeof interactions;
};
type Standing = Logged & {
  key: unknown;
  weight: number;
  fraction: number | null;
  score: number | null;
  state: string;
  sum: number | null;
};

/**
 * Holds everything that was acknowledged against the database that models use: each answer is in the log as it was sent, the
 * last one of each question stands, and every mark is what the answer log earns by the house's own marking.
 */
export async function compare({ answers, started, handedIn, odd }: Journal): Promise<Verdict> {
  const verdict: Verdict = {
    acknowledged: answers.length,
    lost: 0,
    altered: 0,
    marks: 0,
    wrongMarks: 0,
    odd: [...odd],
  };
  const log = await readLog();
  const logged = new Map(log.map((one) => [`${nameOfSlot(one)} ${one.client} ${one.seq}`, one]));
  const standing = new Map((await readStanding()).map((one) => [nameOfSlot(one), one]));
  const last = new Map<string, Acknowledged>();
  for (const answer of answers) {
    const found = logged.get(`${nameOfSlot(answer)} ${answer.client} ${answer.seq}`);
    if (!found) {
      verdict.lost++;
      continue;
    }
    if (!found.counted || !isWhatWasSent(answer, found)) verdict.altered++;
    const before = last.get(nameOfSlot(answer));
    if (!before || before.seq < answer.seq) last.set(nameOfSlot(answer), answer);
  }
  for (const answer of last.values()) {
    const stands = standing.get(nameOfSlot(answer));
    if (!stands) continue;
    if (stands.seq !== answer.seq || !isWhatWasSent(answer, stands)) verdict.altered++;
  }
  const states = new Map(
    (await rows<{ id: string; state: string }>(sql`select id, state from attempts`)).map(({ id, state }) => [
      id,
      state,
    ]),
  );
  for (const id of started) if (!states.has(id)) verdict.lost++;
  for (const id of handedIn) if (!["submitted", "marked"].includes(states.get(id) ?? "")) verdict.lost++;
  remark(log, [...standing.values()], verdict);
  return verdict;
}

/** Marks everything that was handed in once more, from the answer log alone. */
function remark(log: Logged[], standing: Standing[], verdict: Verdict): void {
  const newest = new Map<string, Logged>();
  // Each attempt has one client here, whose numbers say which answer is newer.
  for (const one of log) if (one.counted) newest.set(nameOfSlot(one), one);
  const sums = new Map<string, number>();
  for (const one of standing.filter(({ state }) => state !== "in_progress")) {
    const fraction = gradeStored({ ...one, response: newest.get(nameOfSlot(one))?.response ?? null }, one.key);
    const score = fraction === null ? null : Math.round(fraction * one.weight * 1e4) / 1e4;
    verdict.marks++;
    const same = (a: number | null, b: number | null) =>
      a === null ? b === null : b !== null && Math.abs(a - b) < 1e-4;
    if (one.fraction !== fraction || !same(one.score, score)) verdict.wrongMarks++;
    sums.set(one.attempt, (sums.get(one.attempt) ?? 0) + (score ?? 0));
    if (one.state === "marked" && score === null && one.key !== null) verdict.wrongMarks++;
  }
  const totals = new Map(standing.filter(({ state }) => state === "marked").map(({ attempt, sum }) => [attempt, sum]));
  for (const [attempt, sum] of totals)
    if (Math.abs((sum ?? -1) - (sums.get(attempt) ?? 0)) > 1e-4) verdict.wrongMarks++;
}

const nameOfSlot = ({ attempt, slot }: { attempt: string; slot: number }) => `${attempt} ${slot}`;

function isWhatWasSent({ slot, fields }: Acknowledged, { interaction, body, response }: Logged): boolean {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return nameOf(sorted(interactions[interaction].parse(form, `q${slot}`, body))) === nameOf(sorted(response));
}

/** What was chosen is a set, kept in the order of the page, which is another one for each student. */
function sorted(response: unknown): unknown {
  const { chosen, ...rest } = (response ?? {}) as { chosen?: string[] };
  return chosen ? { ...rest, chosen: [...chosen].sort() } : response;
}

const readLog = () =>
  rows<Logged>(sql`select l.attempt_id as attempt, l.slot, l.client, l.seq, l.response, l.counted, v.body, v.interaction
    from answer_log l join attempt_slots s on s.attempt_id = l.attempt_id and s.slot = l.slot
    join item_versions v on v.id = s.item_version_id order by l.client, l.seq`);

const readStanding = () =>
  rows<Standing>(sql`select r.attempt_id as attempt, r.slot, r.client, r.seq, r.response, r.fraction, r.score::float8 as score,
      s.weight::float8 as weight, v.body, v.key, v.interaction, t.state, t.score::float8 as sum, true as counted
    from responses r join attempt_slots s on s.attempt_id = r.attempt_id and s.slot = r.slot
    join item_versions v on v.id = s.item_version_id join attempts t on t.id = r.attempt_id`);
