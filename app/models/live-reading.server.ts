import { sql } from "drizzle-orm";
import { wordedRows } from "~/db.server";
import { keptBySign } from "./kept-by-sign.server";
import { seconds } from "./live-steps.server";
import { gapsOf } from "./needs-help";

/** What somebody did in a lesson, as the live view needs it. Times are seconds since 1970. */
export type Reading = {
  /** The sections that they opened, by their slugs, and whether they went on from there. */
  sections: Map<string, { done: boolean }>;
  /** How many of them they went on from. */
  done: number;
  /** Seconds between one step and the next. */
  gaps: Float64Array;
  /** When they last did something. */
  last: number;
  /** Names the sections and what became of them. */
  name: string;
};

/** Null of who did nothing. By person and lesson, as `readerId` writes them; signs are revisions of what people read. */
export const readingsOf = keptBySign(readReadings);
export const readerId = (person: string, lesson: string) => `${person} ${lesson}`;

type Times = [section: string, at: number][];
type Found = { person: string; lesson: string; opened: Times | null; done: Times | null; lately: number | null };

const askReadings = wordedRows<Found>(sql`
  select w.person, w.lesson,
    (select json_agg(json_build_array(o.section, ${seconds("o.opened_at")}))
      from section_openings o where o.person_id = w.person and o.lesson = w.lesson) as opened,
    (select json_agg(json_build_array(p.section, ${seconds("p.read_at")}))
      from reading_progress p where p.person_id = w.person and p.lesson = w.lesson) as done,
    (select ${seconds("max(a.made_at)")} from lesson_answers a where a.person_id = w.person and a.lesson = w.lesson) as lately
  from jsonb_to_recordset(${sql.placeholder("wanted")}::text::jsonb) as w(person uuid, lesson text)`);

async function readReadings(ids: string[]): Promise<Map<string, Reading | null>> {
  const wanted = ids.map((id) => id.split(" ")).map(([person, lesson]) => ({ person, lesson }));
  const found = await askReadings({ wanted: JSON.stringify(wanted) });
  return new Map(found.map(({ person, lesson, ...times }) => [readerId(person, lesson), readingOf(times)]));
}

/** Whatever was done to a lesson counts as a sign of life in the section that was opened last. */
function readingOf({ opened, done, lately }: Pick<Found, "opened" | "done" | "lately">): Reading | null {
  if (!opened && !done) return null;
  const newest = Math.max(...(opened ?? []).map(([, at]) => at));
  const times = new Map(
    (opened ?? []).map(([section, at]) => [section, at === newest ? Math.max(at, lately ?? at) : at]),
  );
  for (const [section, at] of done ?? []) times.set(section, Math.max(at, times.get(section) ?? at));
  const read = new Set((done ?? []).map(([section]) => section));
  const sections = new Map([...times.keys()].map((section) => [section, { done: read.has(section) }]));
  return {
    ...{ sections, done: read.size, gaps: gapsOf([...times.values()]), last: Math.max(...times.values()) },
    name: JSON.stringify([...sections].map(([section, { done }]) => [section, done])),
  };
}
