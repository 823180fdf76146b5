import { isDeepStrictEqual as same } from "node:util";
import { mark } from "../marker/marker";
import type { MarkedItem } from "../marker/reading";
import type { Delivery, Story } from "./play";
import type { Logged, Stored } from "./stored";

type Weighed = MarkedItem & { points: number };

/** Every promise about answers that what is stored breaks; none when all is well. @param items by slot, from 1 */
export function broken({ deliveries, sealed, then }: Story, stored: Stored, items: Weighed[]): string[] {
  const wrong: string[] = [];
  const must = (holds: boolean, promise: string, about: unknown = "") => {
    if (!holds) wrong.push(`${promise}: ${JSON.stringify(about)}`);
  };
  const { attempt, log, responses } = stored;

  const arrived = new Map(
    deliveries.flatMap(({ client, answers }) => answers.map((one) => [nameOf({ ...one, client }), one] as const)),
  );
  must(log.length === arrived.size, "The log holds each answer that arrived once", [log.length, arrived.size]);
  for (const row of log) {
    must(same(row.response, arrived.get(nameOf(row))?.response), "The log holds what was sent", row);
    wrong.push(...untimely(row, log, deliveries, sealed, attempt));
  }
  // The rows of one call met the same attempt, open or not.
  const timely = log.filter(inTime(attempt));
  const torn = timely.filter((row) =>
    timely.some((one) => one.received === row.received && one.counted !== row.counted),
  );
  must(torn.length === 0, "A call is counted whole or not at all", torn);
  for (const delivery of deliveries) wrong.push(...untrue(delivery, deliveries, log));
  for (const row of log) wrong.push(...toldOnce(row, deliveries));

  must(["submitted", "marked"].includes(attempt.state), "The attempt is handed in", attempt.state);
  if (then) must(same(then.responses, responses) && same(then.attempt, attempt), "Nothing changes after handing in");
  let sum: number | null = 0;
  items.forEach((item, index) => {
    const counted = log.filter((row) => row.counted && row.slot === index + 1);
    const newest = counted.reduce<Logged | undefined>(
      (best, row) => (best && !later(row, best) ? best : row),
      undefined,
    );
    const kept = responses.find((row) => row.slot === index + 1);
    const place = newest ? [newest.made, newest.client, newest.seq] : [kept?.made, "unanswered", 0];
    must(same([kept?.made, kept?.client, kept?.seq], place), "The newest counted answer is stored", [newest, kept]);
    must(same(kept?.response, newest?.response ?? null), "It is stored as it was sent", [newest, kept]);
    const fraction = mark(item, newest?.response ?? null);
    const score = fraction === null ? null : Math.round((fraction * item.points + 1e-12) * 1e4) / 1e4;
    const alike = fraction === null ? kept?.fraction === null : Math.abs((kept?.fraction ?? -1) - fraction) <= 1e-9;
    must(alike, "The fraction is what the log earns", [fraction, kept]);
    must(score === (kept?.score == null ? null : Number(kept.score)), "The score is what the log earns", [score, kept]);
    sum = sum === null || score === null ? null : sum + score;
  });
  const total = attempt.score === null ? null : Number(attempt.score);
  must(sum === null ? total === null : Math.abs((total ?? -1) - sum) < 1e-9, "The sum is what the log earns", [
    sum,
    total,
  ]);
  return wrong;
}

const nameOf = (row: { slot: number; client: string; seq: number }) => `${row.slot} ${row.client} ${row.seq}`;
const place = (row: Logged) => [row.made, row.client, row.seq] as const;

/** Whether an answer is newer than another one to the same question: of one client by seq, else by (made_at, client). */
function later(one: Logged, other: Logged): boolean {
  if (one.client === other.client) return one.seq > other.seq;
  const [mine, theirs] = [place(one), place(other)];
  const at = mine.findIndex((part, index) => part !== theirs[index]);
  return at >= 0 && (mine[at] as number) > (theirs[at] as number);
}

const inTime = (attempt: Stored["attempt"]) => (row: Logged) =>
  attempt.deadline === null || (row.made <= attempt.deadline && row.received <= attempt.deadline + attempt.grace);

/**
 * Made when its age says, never before the start, and at the moment of a neighbour of its own client where the age says that
 * they were made the other way round; counted when open, in time, and inside the grace.
 */
function untimely(
  row: Logged,
  log: Logged[],
  all: Delivery[],
  sealed: Story["sealed"],
  attempt: Stored["attempt"],
): string[] {
  const carried = all.filter(({ client, answers }) =>
    answers.some((one) => nameOf({ ...one, client }) === nameOf(row)),
  );
  const ages = carried.flatMap(({ answers }) => answers.filter((one) => one.seq === row.seq).map((one) => one.ageMs));
  const own = log.filter(({ slot, client }) => slot === row.slot && client === row.client);
  const fair = ages.some((age) => {
    const said = Math.max(attempt.started, row.received - age * 1000);
    const neighbour = own.some(
      ({ seq, made }) => made === row.made && ((seq < row.seq && said < made) || (seq > row.seq && said > made)),
    );
    return said === row.made || neighbour;
  });
  const open = carried.every(({ ended }) => ended < sealed.began);
  const shut = carried.every(({ began }) => began > sealed.ended);
  const may = shut ? [false] : open ? [inTime(attempt)(row)] : [inTime(attempt)(row), false];
  return [
    ...(fair ? [] : [`An answer is dated by its age: ${JSON.stringify([row, ages])}`]),
    ...(may.includes(row.counted) ? [] : [`Counted is open, in time and in the grace: ${JSON.stringify(row)}`]),
  ];
}

/** What a client was told and what is not so. Of a reply that was given meanwhile nobody can say whether it came before. */
function untrue({ client, answers, saved, began, ended }: Delivery, all: Delivery[], log: Logged[]): string[] {
  const storedBy = (which: (other: Delivery) => boolean) => {
    const names = all
      .filter(which)
      .flatMap((one) => one.saved.map(({ slot, seq }) => nameOf({ client: one.client, slot, seq })));
    return log.filter((row) => row.counted && names.includes(nameOf(row)));
  };
  const before = storedBy((other) => other.ended < began);
  const byThen = storedBy((other) => other.began < ended);
  const wrong = saved.filter(({ slot, seq, outcome, response }) => {
    const row = log.find((one) => nameOf(one) === nameOf({ slot, client, seq }));
    if (!row || row.counted !== (outcome !== "too late")) return true;
    const over = (rivals: Logged[]) => rivals.filter((one) => one.slot === slot && later(one, row));
    // One that was overtaken by its own call was kept too.
    if (outcome === "kept")
      return (
        over(before).length > 0 && !over(log).some((one) => one.client === client && one.received === row.received)
      );
    return outcome === "newer" && !over(byThen).some((one) => same(one.response, response ?? null));
  });
  const complete = saved.length === answers.length && answers.every(({ seq }) => saved.some((one) => one.seq === seq));
  return [
    ...wrong.map((one) => `What a client is told is true: ${JSON.stringify([client, one])}`),
    ...(complete ? [] : [`Every answer is answered for: ${JSON.stringify([answers, saved])}`]),
  ];
}

/** A counted answer is new once: told kept or newer in one reply, and already had in all others. */
function toldOnce(row: Logged, deliveries: Delivery[]): string[] {
  const told = deliveries
    .filter(({ client }) => client === row.client)
    .flatMap(({ saved }) => saved.filter((one) => one.seq === row.seq).map((one) => one.outcome));
  const once = told.filter((outcome) => outcome === "kept" || outcome === "newer").length === (row.counted ? 1 : 0);
  return once ? [] : [`An answer is new once: ${JSON.stringify([row, told])}`];
}
