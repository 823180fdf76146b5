import { sql } from "drizzle-orm";
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { rows } from "~/db.server";

/** One question of one attempt. `given`: what was answered, if there is an answer at all, and whether it has its mark. */
export type Slot = {
  wording: number;
  weight: number;
  given: "nothing" | "blank" | "waits" | "marked";
  chosen: "a" | "b";
  fraction: number;
  sure: number | null;
  made: number;
};
/** One attempt: whose, at what, how it stands, and when it was handed in, in half days. All by their places in lists. */
export type Work = {
  who: number;
  place: number;
  state: "in_progress" | "submitted" | "marked" | "void";
  handedIn: number;
  slots: Slot[];
};

/** Where an attempt can be: in an assignment of a class, or in practice. */
export type Place = { quiz: string; assignment: string | null; klass: string | null };

/** Attempts of so many people at so many places that ask so many wordings, many of them at the same moments. */
export function works(people: number, places: number, wordings: number): fc.Arbitrary<Work[]> {
  const slot = fc.record({
    wording: fc.nat(wordings - 1),
    weight: fc.constantFrom(0, 1, 1, 2),
    given: fc.constantFrom<Slot["given"]>("nothing", "blank", "waits", "marked", "marked", "marked"),
    chosen: fc.constantFrom<Slot["chosen"]>("a", "b"),
    fraction: fc.constantFrom(0, 0.5, 1),
    sure: fc.constantFrom(null, 1, 2, 3),
    made: fc.nat(3),
  });
  const work = fc.record({
    who: fc.nat(people - 1),
    place: fc.nat(places - 1),
    state: fc.constantFrom<Work["state"]>("in_progress", "submitted", "marked", "marked", "marked", "void"),
    handedIn: fc.nat(6),
    slots: fc.array(slot, { minLength: 1, maxLength: 5 }),
  });
  return fc.array(work, { minLength: 5, maxLength: 25, size: "max" }).map(oneOpen);
}

/** Nobody has two attempts under way at one place. */
const oneOpen = (list: Work[]): Work[] =>
  list.map((one, index) =>
    one.state === "in_progress" &&
    list.slice(0, index).some((other) => other.state === one.state && isOf(other, one.who, one.place))
      ? { ...one, state: "void" }
      : one,
  );
const isOf = (work: Work, who: number, place: number) => work.who === who && work.place === place;

/** The same in which no attempt asks one question twice. @param itemOf which question a slot asks */
export const askedOnce = (list: Work[], itemOf: (slot: Slot) => number): Work[] =>
  list.map((work) => ({
    ...work,
    slots: work.slots.filter((one, at) => work.slots.findIndex((other) => itemOf(other) === itemOf(one)) === at),
  }));

/** What a slot came to where its question is worth so much: null while it waits for its mark. */
export function earned({ given, fraction }: Slot, weight: number): number | null {
  if (given === "blank") return 0;
  return given === "marked" ? Math.round(fraction * weight * 1e4) / 1e4 : null;
}

/** The moment of a number of half days, in milliseconds. */
export const momentOf = (halfDays: number) => Date.UTC(2026, 2, 1, 11, 30) + halfDays * 43_200_000;

/** Stores these attempts and no others of these people, as they are. @returns their ids; of two the later one is greater */
export async function putWorks(
  list: Work[],
  { people, places, wordings }: { people: string[]; places: Place[]; wordings: string[] },
): Promise<string[]> {
  const made = list.map((work, index) => ({
    ...{ ...work, ...places[work.place], id: uuidv7(), person: people[work.who], number: index + 1 },
    at: new Date(momentOf(work.handedIn)).toISOString(),
  }));
  const asked = made.flatMap(({ id, slots }) =>
    slots.map((one, index) => ({
      ...{ ...one, id, slot: index + 1, version: wordings[one.wording] },
      at: new Date(momentOf(one.made)).toISOString(),
    })),
  );
  await rows(
    sql`delete from attempts where person_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(people)}::text::jsonb))`,
  );
  await rows(sql`insert into attempts (id, person_id, quiz, assignment_id, class_id, number, state, seed, started_at, submitted_at, score, max_score)
    select id, person, quiz, assignment, klass, number, state, 1, at, case when state <> 'in_progress' then at end,
      case when state = 'marked' then 0 end, 1
    from jsonb_to_recordset(${JSON.stringify(made)}::text::jsonb)
      as t(id uuid, person uuid, quiz text, assignment uuid, klass uuid, number int, state text, at timestamptz)`);
  const slots = sql`jsonb_to_recordset(${JSON.stringify(asked)}::text::jsonb) as s(id uuid, slot int, version uuid, weight numeric,
    given text, chosen text, fraction float8, sure int, at timestamptz)`;
  await rows(sql`insert into attempt_slots (attempt_id, slot, item_version_id, weight, place)
    select id, slot, version, weight, slot from ${slots}`);
  await rows(sql`insert into responses (attempt_id, slot, response, made_at, client, seq, confidence, fraction, score)
    select id, slot, case when given <> 'blank' then jsonb_build_object('v', 1, 'chosen', jsonb_build_array(chosen)) end, at, 'page', 1, sure,
      earned, earned * weight
    from (select *, case given when 'blank' then 0 when 'marked' then fraction end as earned from ${slots}) s where given <> 'nothing'`);
  return made.map(({ id }) => id);
}
