import { and, desc, eq, inArray, ne } from "drizzle-orm";
import { people, sessions } from "#drizzle/schema";
import type { SignedIn } from "~/access/rights";
import { db } from "~/db.server";
import { keyed } from "./secret.server";
import { endsAt, isGood } from "./session-life.server";

/** A browser in which somebody is signed in. `name` names it in forms: its hash stays here. */
export type OwnSession = {
  name: string;
  browser: string;
  since: Date;
  seen: Date;
  until: Date;
  /** Their name was picked there from the list of a device of the class. */
  device: boolean;
  here: boolean;
};

/**
 * Where this person is signed in, this browser first and then the one that was used last.
 * @param here the hash of the token of the request's own session
 */
export async function ownSessions(me: SignedIn, here: string): Promise<OwnSession[]> {
  const found = await db()
    .select({
      hash: sessions.tokenHash,
      browser: sessions.browser,
      since: sessions.createdAt,
      seen: sessions.seenAt,
      until: endsAt.mapWith(sessions.expiresAt),
      link: sessions.deviceLink,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.personId, me.id), isGood))
    .orderBy(desc(eq(sessions.tokenHash, here)), desc(sessions.seenAt), desc(sessions.createdAt));
  return found.map(({ hash, link, ...rest }) => ({
    ...rest,
    name: nameOf(hash),
    device: link !== null,
    here: hash === here,
  }));
}

/** Signs this person out in one browser of theirs. What names none does nothing. */
export async function endOne(me: SignedIn, name: string): Promise<void> {
  const mine = await db().select({ hash: sessions.tokenHash }).from(sessions).where(eq(sessions.personId, me.id));
  const meant = mine.map(({ hash }) => hash).filter((hash) => nameOf(hash) === name);
  if (meant.length > 0) await db().delete(sessions).where(inArray(sessions.tokenHash, meant));
}

/** Signs this person out everywhere but here. */
export async function endOthers(me: SignedIn, here: string): Promise<void> {
  await db()
    .delete(sessions)
    .where(and(eq(sessions.personId, me.id), ne(sessions.tokenHash, here)));
}

const nameOf = (hash: string) => keyed(`session ${hash}`).slice(0, 32);
