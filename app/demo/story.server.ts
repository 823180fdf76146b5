/*
 * The sample class. Ms Rivera teaches 9B in Madrid. In three weeks they have done three lessons and their quizzes: the
 * first two are marked, of the third half of what was written waits for her. Last evening she gave one section again to
 * those whose answers showed what it is about. In this lesson 9B does the capstone: some have handed it in, half are in the
 * middle of it, each at another point, some have not come. A colleague looks on. Everybody stays who they are: Ana is good, Ben is
 * often late, Chiara does everything, Dmitri loses touch. All find it hard to say who holds the key and which paper
 * reaches what. Twice they were in the lab: in their first lesson, where half of them predicted again at the end, and
 * before the capstone.
 */
import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { answerLog, classes, enrolments, people } from "#drizzle/schema";
import { grant } from "~/access/grant";
import type { Person, TaughtClass, Teacher } from "~/access/rights";
import { db } from "~/db.server";
import { seeded } from "~/interactions/shuffled";
import { create } from "~/models/classroom.server";
import { grantHost, grantTeaching } from "~/models/person.server";
import { nameKey } from "~/models/roster.server";
import { on, zone } from "./calendar";
import { cast } from "./cast";
import { chapters } from "./chapters";
import { talents } from "./knowing";
import { predictInTheLab } from "./lab.server";
import { teachAgain } from "./once-more.server";
import { openSections } from "./openings.server";
import { read, readLessons } from "./reading.server";
import { accommodateSome, observe, seat } from "./room.server";
import { type Student, tellWeek } from "./week.server";

/** Fills an empty store that has the course with the sample class, its dates told from now. */
export async function tellStory(): Promise<void> {
  const [rivera, colleague, ...class9B] = (await makePeople([
    { name: "Ms Rivera", sample: "teacher" },
    { name: "Ms Yilmaz", sample: "colleague who observes 9B" },
    ...cast,
  ])) as [Person, Person, ...Person[]];
  await grantTeaching(rivera.id, null);
  await grantHost(rivera.id);
  const classId = await create(grant({ ...rivera, mayTeach: true }) as Teacher, { name: "9B", zone });
  const nineB = grant({ id: classId, name: "9B", zone, viewer: rivera }) as unknown as TaughtClass;
  const students = cast.map(
    (character, index): Student => ({
      ...character,
      person: class9B[index] as Person,
      talent: talents(seeded(index)),
    }),
  );
  await enrol(nineB, students);
  await seat(nineB, students);
  await accommodateSome(nineB, students);
  await grantTeaching(colleague.id, rivera.id);
  await observe(nineB, colleague);

  const course = chapters();
  const ideas = new Map<string, string[]>();
  for (const [week, chapter] of course.entries())
    for (const [name, shown] of await tellWeek(nineB, students, chapter, week))
      ideas.set(name, [...(ideas.get(name) ?? []), ...(week < 3 ? shown : [])]);
  await teachAgain(nineB, students, ideas);
  await readLessons(students);
  await predictInTheLab(students);
  const lessons = course.slice(0, 3).map(({ dates }) => dates);
  await openSections(students, lessons, read);
  // What was answered weeks ago arrived weeks ago.
  await db()
    .update(answerLog)
    .set({ receivedAt: sql`${answerLog.madeAt}` });
}

async function makePeople(list: { name: string; sample?: string }[]): Promise<Person[]> {
  const made = list.map(({ name, sample = null }) => ({ id: uuidv7(), name, sample }));
  await db().insert(people).values(made);
  return made.map((one) => ({ ...one, mayTeach: false, host: false, guest: false, device: false }));
}

async function enrol(nineB: TaughtClass, students: Student[]): Promise<void> {
  const joinedAt = on(-4, 4, "09:20");
  const made = on(-4, 3, "16:40");
  await db().update(classes).set({ createdAt: made }).where(eq(classes.id, nineB.id));
  await db().update(enrolments).set({ joinedAt: made }).where(eq(enrolments.classId, nineB.id));
  await db()
    .insert(enrolments)
    .values(
      students.map(({ person, name }) => ({
        classId: nineB.id,
        personId: person.id,
        role: "student",
        name,
        nameKey: nameKey(name),
        joinedAt,
      })),
    );
}
