import { createHash, randomBytes } from "node:crypto";
import { createCookie } from "@remix-run/node";
import { and, eq, isNull, type Placeholder, type SQL, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { enrolments, people, sessions, signInMethods } from "#drizzle/schema";
import type { Person } from "./access/rights";
import { clock } from "./clock";
import { db, type Tx, worded } from "./db.server";
import { environment } from "./environment.server";
import { browserName } from "./models/browser-name";
import { isGood, isUnseen, lifeDays } from "./models/session-life.server";

/** What of a request tells whose it is. */
export type Asker = { headers: Pick<Headers, "get"> };

/** Whether a session is the one of this hash, and lets its person in. Asked with the person beside it. */
export const isAsking = (tokenHash: SQL | Placeholder) =>
  and(
    eq(sessions.tokenHash, tokenHash),
    // A session may begin at the moment in which its person is deleted.
    isNull(people.forgottenAt),
    isGood,
  );

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
      unseen: isUnseen,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(isAsking(sql.placeholder("token")))
    .prepare("person_of_token"),
);

/** The person of this request's session, or null for a stranger. */
export async function findPerson(request: Asker): Promise<Person | null> {
  const tokenHash = await ownTokenHash(request);
  if (!tokenHash) return null;
  const [found] = await personOfToken().execute({ token: tokenHash });
  if (!found) return null;
  const { unseen, ...person } = found;
  // What a page's script asks for shows nobody: a live view left open keeps no session, and saving an answer only saves.
  if (unseen && request.headers.get("Sec-Fetch-Dest") !== "empty") await noteSeen(tokenHash);
  return person;
}

/** Of requests that come at once one writes. A store that takes nothing now is no reason to show nothing. */
async function noteSeen(tokenHash: string): Promise<void> {
  await db()
    .update(sessions)
    .set({ seenAt: sql`now()` })
    .where(and(eq(sessions.tokenHash, tokenHash), isUnseen))
    .catch(() => null);
}

/** What is stored of the token of this request, "" without one. */
export async function ownTokenHash(request: Asker): Promise<string> {
  const token = await readToken(request);
  return token ? hashToken(token) : "";
}

/**
 * Begins a session for this person and ends the one the request came with, so that a token never outlives a sign-in.
 * @param days how long it may last
 * @returns headers that set the cookie
 */
export async function beginSession(
  request: Request,
  personId: string,
  days: number = lifeDays.student,
): Promise<Headers> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = sql`now() + make_interval(days => ${days})`;
  await db().transaction((tx) => replaceSession(tx, request, { token, personId, expiresAt }));
  return new Headers({ "Set-Cookie": await cookie(days).serialize(token) });
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
  await replaceSession(tx, request, session);
  const maxAge = Math.max(1, Math.round((session.expiresAt.getTime() - clock.now().getTime()) / 1000));
  return new Headers({ "Set-Cookie": await cookie().serialize(session.token, { maxAge }) });
}

async function replaceSession(
  tx: Tx,
  request: Request,
  { token, ...session }: { token: string; personId: string; deviceLink?: string; expiresAt: Date | SQL },
): Promise<void> {
  const old = await readToken(request);
  if (old) await tx.delete(sessions).where(eq(sessions.tokenHash, hashToken(old)));
  const browser = browserName(request.headers.get("User-Agent"));
  await tx
    .insert(sessions)
    .values({ ...session, browser, tokenHash: hashToken(token) })
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
  return { person, headers: await beginSession(request, person.id, lifeDays.guest) };
}

/** What is stored of a session's token. */
export const hashToken = (token: string) => createHash("sha256").update(token).digest("hex");

/** Whether cookies may travel on https only: where the public address is one. */
export const secureCookies = () => environment().ORIGIN?.startsWith("https:") ?? false;

function cookie(days = lifeDays.student) {
  const secure = secureCookies();
  return createCookie(secure ? "__Host-session" : "session", {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure,
    maxAge: days * 86_400,
  });
}

let reading: ReturnType<typeof cookie> | undefined;

async function readToken(request: Asker): Promise<string | null> {
  reading ??= cookie();
  const value: unknown = await reading.parse(request.headers.get("Cookie"));
  return typeof value === "string" && value.length > 0 && value.length < 100 ? value : null;
}
