import { createHash, randomBytes } from "node:crypto";
import { createCookie } from "@remix-run/node";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { assignments, classes, enrolments, people, sessions } from "#drizzle/schema";
import { db, openStore, setStore, store } from "~/db.server";
import { syncCourse } from "~/lessons/sync.server";

const quiz = "in-transit-and-at-rest";

/** Environment variables that name a database. */
export type Database = { DATABASE_URL?: string; DATA_DIR?: string };
/** One student: signed in, with assignments to go through. */
export type Pupil = { id: string; name: string; token: string; cookie: string; assignments: string[] };

/** Runs `act` while models use this database. */
export async function within<T>(database: Database, act: () => Promise<T>): Promise<T> {
  const opened = await openStore({ DATA_DIR: "", ...database, DATABASE_POOL: 4 });
  setStore(opened);
  return act().finally(opened.close);
}

/** Migrates an empty database and brings the course into it, as a first start does. */
export function prepare(database: Database): Promise<void> {
  return within(database, async () => {
    await store().prepare(async () => {
      await syncCourse("content", "build/server/index.js");
    });
  });
}

/** Students with their cookies, whom no database knows yet. */
export function newPupils(size: number): Promise<Pupil[]> {
  const cookie = createCookie("session", { path: "/" });
  // Each may be tried twenty times; a student goes from one to the next.
  const given = Array.from({ length: 40 }, () => uuidv7());
  return Promise.all(
    Array.from({ length: size }, async (_, index) => {
      const token = randomBytes(32).toString("base64url");
      return {
        id: uuidv7(),
        name: `Student ${index + 1}`,
        token,
        cookie: (await cookie.serialize(token)).split(";")[0] as string,
        assignments: given.flatMap((id) => Array.from({ length: 20 }, () => id)),
      };
    }),
  );
}

/** The same as `enrol`, in a database that is named. */
export const admit = (database: Database, pupils: Pupil[]) => within(database, () => enrol(pupils));

/** Brings a class of them, with a quiz to do again and again, into a migrated database. Nobody's password is hashed for it. */
export async function enrol(pupils: Pupil[]): Promise<void> {
  const [teacher, classId] = [uuidv7(), uuidv7()];
  await db()
    .insert(people)
    .values([{ id: teacher, name: "Ms Steady" }, ...pupils.map(({ id, name }) => ({ id, name }))]);
  await db().insert(classes).values({ id: classId, name: "9B", zone: "Europe/Madrid", createdBy: teacher });
  await db()
    .insert(enrolments)
    .values(
      pupils.map(({ id, name }) => ({ classId, personId: id, role: "student", name, nameKey: name.toLowerCase() })),
    );
  await db()
    .insert(assignments)
    .values(
      [...new Set(pupils[0]?.assignments)].map((id, index) => ({
        id,
        classId,
        quiz,
        title: `Work ${index + 1}`,
        opensAt: sql`now() - interval '1 day'`,
        attemptsAllowed: 20,
        createdBy: teacher,
      })),
    );
  await db()
    .insert(sessions)
    .values(
      pupils.map(({ id, token }) => ({
        tokenHash: createHash("sha256").update(token).digest("hex"),
        personId: id,
        expiresAt: sql`now() + interval '1 day'`,
      })),
    );
}
