import { sql } from "drizzle-orm";
import { wordedRows } from "~/db.server";
import { keptBySign } from "./kept-by-sign.server";
import { here, newestOf, type Stop } from "./live-dots";
import { gapsOf } from "./needs-help";

/** A moment as the database writes it, in seconds since 1970. */
export const seconds = (moment: string) => sql`date_part('epoch', ${sql.raw(moment)})`;

/** All values of a column as one: the database writes a list of one type in a fraction of the time of a list of rows. */
export const list = (column: string) => sql`array_to_json(array_agg(${sql.raw(column)}))`;

/** What was done in an attempt, as the live view needs it. Times are seconds since 1970. */
export type Steps = {
  stops: Stop[];
  /** The places of its questions in the quiz, in one text. */
  slots: string;
  /** Seconds between one step and the next. */
  gaps: Float64Array;
  /** When the last of it was done. */
  last: number;
  newest: Stop | null;
  /** Where its student is, while it is under way. */
  on: Stop | null;
  answered: number;
};

/** What was done in each attempt, by their ids; signs are their revisions. */
export const stepsOf = keptBySign(readSteps);

type Found = {
  id: string;
  started: number;
  slots: number[] | null;
  places: number[];
  touched: number[] | null;
  times: number[];
  answered: boolean[];
  checks: [slot: number, tries: number, best: number, last: number, at: number][] | null;
};

const askSteps = wordedRows<Found>(sql`
  select t.id, ${seconds("t.started_at")} as started, asked.slots, asked.places, given.touched, given.times, given.answered,
    checks.list as checks
  from jsonb_array_elements_text(${sql.placeholder("attempts")}::text::jsonb) as wanted join attempts t on t.id = wanted::uuid
  left join lateral (
    select ${list("s.slot")} as slots, ${list("s.place")} as places
    from attempt_slots s where s.attempt_id = t.id) asked on true
  left join lateral (
    select ${list("r.slot")} as touched, array_to_json(array_agg(${seconds("r.made_at")})) as times,
      ${list("r.response is not null")} as answered
    from responses r where r.attempt_id = t.id and r.client <> 'unanswered') given on true
  left join lateral (
    select json_agg(json_build_array(c.slot, c.tries, c.best, c.last, ${seconds("c.at")})) as list
    from (select slot, count(*)::int as tries, max(fraction) as best, max(checked_at) as at,
        (array_agg(fraction order by number desc))[1] as last
      from answer_checks where attempt_id = t.id and t.tries is not null group by slot) c) checks on true`);

async function readSteps(attempts: string[]): Promise<Map<string, Steps>> {
  const found = await askSteps({ attempts: JSON.stringify(attempts) });
  return new Map(found.map((one) => [one.id, summed(one)]));
}

function summed({ started, slots, places, touched, times, answered, checks }: Found): Steps {
  const checked = new Map((checks ?? []).map(([slot, tries, best, last, at]) => [slot, { tries, best, last, at }]));
  const seats = new Map((touched ?? []).map((slot, seat) => [slot, seat]));
  const stops = (slots ?? []).map((slot, index): Stop => {
    const check = checked.get(slot);
    const seat = seats.get(slot);
    const changed = seat === undefined ? null : (times[seat] as number);
    return {
      slot,
      place: places[index] as number,
      answered: seat !== undefined && answered[seat] === true,
      at: check ? Math.max(check.at, changed ?? check.at) : changed,
      tries: check?.tries ?? 0,
      best: check?.best ?? null,
      last: check?.last ?? null,
    };
  });
  const all = [started, ...stops.map(({ at }) => at).filter((at) => at !== null)];
  return {
    ...{ stops, slots: stops.map(({ slot }) => slot).join(), gaps: gapsOf(all), last: Math.max(...all) },
    ...{ newest: newestOf(stops), on: here(stops), answered: stops.filter((one) => one.answered).length },
  };
}
