import { readingProgress, sectionOpenings } from "#drizzle/schema";
import { db } from "~/db.server";
import type { Random } from "~/interactions/contract";
import { seeded } from "~/interactions/shuffled";
import { listLessons } from "~/models/lesson.server";
import { type Dates, later } from "./calendar";
import type { Way } from "./cast";
import type { Student } from "./week.server";

/** How many minutes a section takes: most a few, the odd one with a break in it. */
const minutes = (random: Random) => (random() < 0.06 ? 25 + random() * 20 : 2 + random() * 5);

/**
 * Opens the sections of the first lessons for everybody, in the first lesson on each and after it. Whom a visitor can look
 * around as has read what their own story says; of them only the openings are told.
 * @param dates when each lesson's assignment was there, in the order of the course
 * @param read how many sections of a lesson somebody of the sample has read, by name
 */
export async function openSections(
  students: Student[],
  dates: Dates[],
  read: Record<string, readonly number[]>,
): Promise<void> {
  const lessons = (await listLessons()).slice(0, dates.length);
  const opened: (typeof sectionOpenings.$inferInsert)[] = [];
  const finished: (typeof readingProgress.$inferInsert)[] = [];
  for (const [index, student] of students.entries())
    for (const [week, { slug, sections }] of lessons.entries()) {
      const random = seeded((week + 1) * 7000 + index);
      const told = read[student.name]?.[week];
      const upTo = told ?? reaches(student.ways[week] as Way, sections.length, random);
      // The one after the last that was read is open too.
      const seen = sections.slice(0, upTo < 0 ? sections.length : upTo && upTo + 1);
      let moment = later((dates[week] as Dates).opensAt, 2 + random() * 6);
      for (const [place, { slug: section }] of seen.entries()) {
        opened.push({ personId: student.person.id, lesson: slug, section, openedAt: moment });
        moment = later(moment, minutes(random));
        if (told === undefined && place < upTo)
          finished.push({ personId: student.person.id, lesson: slug, section, readAt: moment });
      }
    }
  await db().insert(sectionOpenings).values(opened).onConflictDoNothing();
  await db().insert(readingProgress).values(finished).onConflictDoNothing();
}

/** Who does the quiz in time has mostly read all; who never does it has hardly begun. */
function reaches(way: Way, sections: number, random: Random): number {
  const share = { on: 1.25, at: 1.25, late: 0.95, out: 0.7, never: 0.3 }[way] * (0.55 + 0.45 * random());
  return Math.min(sections, Math.floor(share * sections));
}
