import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { people, sessions, signInMethods } from "#drizzle/schema";
import { type Db, db, type Tx } from "~/db.server";
import { note } from "./audit.server";

/** Somebody of the demo's sample class, with a word or two on who they are. */
export type Sample = { id: string; name: string; sample: string; mayTeach: boolean };

/** Somebody by their number, who was not deleted. */
export async function findById(id: string): Promise<{ id: string; name: string } | undefined> {
  const there = and(eq(people.id, id), isNull(people.forgottenAt));
  return (await db().select({ id: people.id, name: people.name }).from(people).where(there))[0];
}

/** Whether this person can sign in with a password, wherever they are. */
export async function hasPassword(personId: string, on: Db | Tx = db()): Promise<boolean> {
  const [found] = await on.select({ id: signInMethods.id }).from(signInMethods).where(ofPassword(personId));
  return found !== undefined;
}

/** Ends the sessions of somebody that began by picking a name from a list: they proved nothing. */
export async function endPickedSessions(personId: string, tx: Tx): Promise<void> {
  await tx.delete(sessions).where(and(eq(sessions.personId, personId), isNotNull(sessions.deviceLink)));
}

/** What this person signs in with, or null for guests and those with a PIN only. */
export async function loginOf(personId: string): Promise<string | null> {
  const [found] = await db().select({ login: signInMethods.login }).from(signInMethods).where(ofPassword(personId));
  return found?.login ?? null;
}

/** The sample people one may look around as, teachers first. */
export async function listSamples(): Promise<Sample[]> {
  const found = await samples()
    .where(isNotNull(people.sample))
    .orderBy(sql`${people.mayTeachSince} is null`, asc(people.name));
  return found.map(asSample);
}

/** One sample person; nobody else is found. */
export async function findSample(id: string): Promise<Sample | undefined> {
  return (await samples().where(and(eq(people.id, id), isNotNull(people.sample)))).map(asSample)[0];
}

/**
 * Makes a person, who cannot sign in yet.
 * @param person `sample` marks one of the demo
 * @returns the person's id
 */
export async function createPerson(person: { name: string; sample?: string }, on: Db | Tx = db()): Promise<string> {
  const id = uuidv7();
  await on.insert(people).values({ id, ...person });
  return id;
}

/**
 * Lets somebody make classes and see keys. Granting it twice changes nothing. A teacher signs in with a password only:
 * six digits that another teacher has seen must not open other people's work.
 * @param by who grants it, or null when the installation does
 */
export async function grantTeaching(personId: string, by: string | null, on: Db | Tx = db()): Promise<void> {
  const may = {
    mayTeachSince: sql`coalesce(${people.mayTeachSince}, now())`,
    mayTeachBy: sql`coalesce(${people.mayTeachBy}, ${by}::uuid)`,
  };
  await note(on, { by, act: "teaches", whom: personId });
  await on.update(people).set(may).where(eq(people.id, personId));
  if (await hasPassword(personId, on))
    await on.delete(signInMethods).where(and(eq(signInMethods.personId, personId), eq(signInMethods.kind, "pin")));
}

/** Lets somebody run this installation: see who is here, set how long things are kept, read who looked at what. */
export async function grantHost(personId: string, on: Db | Tx = db()): Promise<void> {
  await on.update(people).set({ hostSince: sql`now()` }).where(eq(people.id, personId));
}

function ofPassword(personId: string) {
  return and(eq(signInMethods.personId, personId), eq(signInMethods.kind, "password"));
}

function samples() {
  return db()
    .select({
      id: people.id,
      name: people.name,
      sample: people.sample,
      mayTeach: sql<boolean>`${people.mayTeachSince} is not null`,
    })
    .from(people)
    .$dynamic();
}

function asSample({ sample, ...rest }: Omit<Sample, "sample"> & { sample: string | null }): Sample {
  return { ...rest, sample: sample ?? "" };
}
