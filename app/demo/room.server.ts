import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { enrolments, groupMembers, groups } from "#drizzle/schema";
import type { Person, TaughtClass } from "~/access/rights";
import { db } from "~/db.server";
import { nameKey } from "~/models/roster.server";
import { on } from "./calendar";
import type { Student } from "./week.server";

const labs = ["Monday lab", "Thursday lab"];

/** What some students always get, by name. */
const always: Record<string, Partial<typeof enrolments.$inferInsert>> = {
  "Hugo Martin": { extraAttempts: 1 },
  "Jonas Weber": { timeFactor: 1.5 },
  "Quentin Roy": { noTimer: true, calm: true },
};

/** Two groups, as the computer room has fifteen seats; every second student by name is in the other one. */
export async function seat(nineB: TaughtClass, students: Student[]): Promise<void> {
  const made = labs.map((name) => ({ id: uuidv7(), classId: nineB.id, name, nameKey: nameKey(name) }));
  await db().insert(groups).values(made);
  await db()
    .insert(groupMembers)
    .values(
      students.map(({ person }, index) => ({
        groupId: made[index % made.length]?.id as string,
        classId: nineB.id,
        personId: person.id,
      })),
    );
}

/** What the school has agreed on with three students, from their first week on. */
export async function accommodateSome(nineB: TaughtClass, students: Student[]): Promise<void> {
  for (const { name, person } of students.filter((student) => always[student.name]))
    await db()
      .update(enrolments)
      .set({
        ...always[name],
        accommodatedBy: nineB.viewer.id,
        accommodatedAt: on(-4, 5, "15:10"),
      })
      .where(and(eq(enrolments.classId, nineB.id), eq(enrolments.personId, person.id)));
}

/** A colleague who looks on. */
export async function observe(nineB: TaughtClass, { id: personId, name }: Person): Promise<void> {
  await db()
    .insert(enrolments)
    .values({
      classId: nineB.id,
      personId,
      role: "observer",
      name,
      nameKey: nameKey(name),
      joinedAt: on(-3, 3, "08:40"),
    });
}
