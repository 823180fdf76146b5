import { sql } from "drizzle-orm";
import { rows } from "~/db.server";
import { keptBySign } from "./kept-by-sign.server";
import { list, seconds } from "./live-steps.server";
import { gapsOf } from "./needs-help";

/** What somebody did in a lesson, as the live view needs it. Times are seconds since 1970. */
export type Reading = {
  /** The sections that they opened, by their slugs, and whether they went on from there. */
  sections: Map<string, { done: boolean }>;
  /** How many of them they went on from. */
  done: number;
  /** Seconds between one step and the next. */
  gaps: number[];
  /** When they last did something. */
  last: number;
  /** Names the sections and what became of them. */
  name: string;
};

/** By person and lesson, as `readerId` writes them. */
export const readingsOf = keptBySign(readReadings);
export const readerId = (person: string, lesson: string) => `${person} ${lesson}`;

/** The students of a class who did something in a lesson, how much and when last, which is a sign of what they did: three lists. */
export const signsOfReading = (classId: string, lesson: string) => sql`
  select ${list("person_id")} as readers, ${list("steps")} as steps, ${list("newest")} as newest from (
    select person_id, count(*) as steps, ${seconds("max(at)")} as newest from (
      select o.person_id, o.opened_at as at from enrolments e join section_openings o using (person_id)
        where e.class_id = ${classId}::uuid and o.lesson = ${lesson}
      union all select p.person_id, p.read_at from enrolments e join reading_progress p using (person_id)
        where e.class_id = ${classId}::uuid and p.lesson = ${lesson}
      union all select a.person_id, a.made_at from enrolments e join lesson_answers a using (person_id)
        where e.class_id = ${classId}::uuid and a.lesson = ${lesson}) done
    group by person_id) signs`;

type Times = [section: string, at: number][];
type Found = { person: string; lesson: string; opened: Times | null; done: Times | null; lately: number | null };

async function readReadings(ids: string[]): Promise<Map<string, Reading>> {
  const wanted = JSON.stringify(ids.map((id) => id.split(" ")).map(([person, lesson]) => ({ person, lesson })));
  const found = await rows<Found>(sql`
    select w.person, w.lesson,
      (select json_agg(json_build_array(o.section, ${seconds("o.opened_at")}))
        from section_openings o where o.person_id = w.person and o.lesson = w.lesson) as opened,
      (select json_agg(json_build_array(p.section, ${seconds("p.read_at")}))
        from reading_progress p where p.person_id = w.person and p.lesson = w.lesson) as done,
      (select ${seconds("max(a.made_at)")} from lesson_answers a where a.person_id = w.person and a.lesson = w.lesson) as lately
    from jsonb_to_recordset(${wanted}::text::jsonb) as w(person uuid, lesson text)`);
  return new Map(found.map(({ person, lesson, ...times }) => [readerId(person, lesson), readingOf(times)]));
}

/** Whatever was done to a lesson counts as a sign of life in the section that was opened last. */
function readingOf({ opened, done, lately }: Pick<Found, "opened" | "done" | "lately">): Reading {
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
