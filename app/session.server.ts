import { createHash, randomBytes } from "node:crypto";
import { createCookie } from "@remix-run/node";
import { and, eq, gt, type SQL, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { enrolments, people, sessions, signInMethods } from "#drizzle/schema";
import type { Person } from "./access/rights";
import { clock } from "./clock";
import { db, type Tx, worded } from "./db.server";
import { environment } from "./environment.server";

const days = 90;

const personOfToken = worded((db) =>
  db
    .select({
      id: people.id,
      name: people.name,
      mayTeach: sql<boolean>`${people.mayTeachSince} is not null`,
      host: sql<boolean>`${people.hostSince} is not null`,
      guest: sql<boolean>`not exists (select 1 from ${signInMethods} where ${signInMethods.personId} = ${people.id})
        and not exists (select 1 from ${enrolments} where ${enrolments.personId} = ${people.id})`,
      sample: people.sample,
      device: sql<boolean>`${sessions.deviceLink} is not null`,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.tokenHash, sql.placeholder("token")), gt(sessions.expiresAt, sql`now()`)))
    .prepare("person_of_token"),
);

/** The person of this request's session, or null for a stranger. */
export async function findPerson(request: Request): Promise<Person | null> {
  const token = await readToken(request);
  if (!token) return null;
  const [found] = await personOfToken().execute({ token: hashToken(token) });
  return found ?? null;
}

/**
 * Begins a session for this person and ends the one the request came with, so that a token never outlives a sign-in.
 * @returns headers that set the cookie
 */
export async function beginSession(request: Request, personId: string): Promise<Headers> {
  const old = await readToken(request);
  const token = randomBytes(32).toString("base64url");
  const expiresAt = sql`now() + make_interval(days => ${days})`;
  await db().transaction((tx) => replaceSession(tx, old, { token, personId, expiresAt }));
  return new Headers({ "Set-Cookie": await cookie().serialize(token) });
}

/**
 * The same for somebody who picked their name from the list of a device, in the transaction that let them in.
 * @param token the same one begins one session
 */
export async function beginDeviceSession(
  tx: Tx,
  request: Request,
  session: { token: string; personId: string; deviceLink: string; expiresAt: Date },
): Promise<Headers> {
  await replaceSession(tx, await readToken(request), session);
  const maxAge = Math.max(1, Math.round((session.expiresAt.getTime() - clock.now().getTime()) / 1000));
  return new Headers({ "Set-Cookie": await cookie().serialize(session.token, { maxAge }) });
}

async function replaceSession(
  tx: Tx,
  old: string | null,
  { token, ...session }: { token: string; personId: string; deviceLink?: string; expiresAt: Date | SQL },
): Promise<void> {
  if (old) await tx.delete(sessions).where(eq(sessions.tokenHash, hashToken(old)));
  await tx
    .insert(sessions)
    .values({ ...session, tokenHash: hashToken(token) })
    .onConflictDoNothing();
}

/** Ends the session of this request. @returns headers that clear the cookie */
export async function endSession(request: Request): Promise<Headers> {
  const token = await readToken(request);
  if (token)
    await db()
      .delete(sessions)
      .where(eq(sessions.tokenHash, hashToken(token)));
  return new Headers({ "Set-Cookie": await cookie().serialize("", { maxAge: 0 }) });
}

/**
 * The person of this request; a stranger becomes a guest. Call it at a write, never at a page view.
 * @returns the person, and headers with a cookie for a new guest
 */
export async function personOrNewGuest(request: Request): Promise<{ person: Person; headers: Headers }> {
  const known = await findPerson(request);
  if (known) return { person: known, headers: new Headers() };
  const person: Person = {
    id: uuidv7(),
    name: "Guest",
    mayTeach: false,
    host: false,
    guest: true,
    sample: null,
    device: false,
  };
  await db().insert(people).values({ id: person.id, name: person.name });
  return { person, headers: await beginSession(request, person.id) };
}

/** What is stored of a session's token. */
export const hashToken = (token: string) => createHash("sha256").update(token).digest("hex");

/** Whether cookies may travel on https only: where the public address is one. */
export const secureCookies = () => environment().ORIGIN?.startsWith("https:") ?? false;

function cookie() {
  const secure = secureCookies();
  return createCookie(secure ? "__Host-session" : "session", {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure,
    maxAge: days * 86_400,
  });
}

async function readToken(request: Request): Promise<string | null> {
  const value: unknown = await cookie().parse(request.headers.get("Cookie"));
  return typeof value === "string" && value.length > 0 && value.length < 100 ? value : null;
}
