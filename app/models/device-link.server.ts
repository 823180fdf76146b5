import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { classes, deviceLinks, enrolments, people, sessions, signInMethods } from "#drizzle/schema";
import type { TaughtClass } from "~/access/rights";
import { type Db, db, type Tx } from "~/db.server";
import { codeLetters, tidyCode } from "./join-code";
import { holdRoster } from "./pin.server";
import { keyed } from "./secret.server";

/** How long a link is open, and how much longer the sessions last that began on it, in minutes. */
export const openMinutes = 45;
const afterwards = 30;

/** A link as it is stored, for who holds its token. */
export type DeviceLink = {
  tokenHash: string;
  classId: string;
  className: string;
  zone: string;
  expiresAt: Date;
  open: boolean;
};

/** A student on the list of a device: free to be picked, in use on another device, or with more to lose than this class: an account, or another class. */
export type ListedStudent = { personId: string; name: string; standing: "free" | "taken" | "account" };

/** Somebody who took their name from the list and still uses it. Times of the session. */
export type Taken = { personId: string; name: string; since: Date; until: Date };

/**
 * Opens a link for devices in the room. One that was open before lets nobody in any more; who is in stays in.
 * @param once names the showing of the form: sent twice it opens one link
 * @returns its token, ten letters and digits that can be typed; null when the form's link is over already
 */
export async function openLink(of: TaughtClass, once: string): Promise<string | null> {
  const token = spelled(keyed(`device link ${of.id} ${of.viewer.id} ${once || crypto.randomUUID()}`));
  const mine = eq(deviceLinks.tokenHash, hashOf(token));
  return db().transaction(async (tx) => {
    await holdRoster(tx, of);
    const row = { tokenHash: hashOf(token), classId: of.id, createdBy: of.viewer.id };
    const made = await tx
      .insert(deviceLinks)
      .values({ ...row, expiresAt: sql`now() + make_interval(mins => ${openMinutes})` })
      .onConflictDoNothing()
      .returning({ hash: deviceLinks.tokenHash });
    if (made.length > 0)
      await tx
        .update(deviceLinks)
        .set({ closedAt: sql`now()` })
        .where(and(isOpen(of), sql`not ${mine}`));
    return (await tx.$count(deviceLinks, and(mine, isOpen(of)))) > 0 ? token : null;
  });
}

/** Until when the link of a class is open; null while there is none. */
export async function openUntil(of: TaughtClass): Promise<Date | null> {
  const [open] = await db().select({ expiresAt: deviceLinks.expiresAt }).from(deviceLinks).where(isOpen(of));
  return open?.expiresAt ?? null;
}

/**
 * Closes the link of a class now.
 * @param out whether everybody is signed out too who came in by this link or an older one
 */
export async function closeLink(of: TaughtClass, out: boolean): Promise<void> {
  await db().transaction(async (tx) => {
    await tx.update(deviceLinks).set({ closedAt: sql`now()` }).where(isOpen(of));
    if (out) await tx.delete(sessions).where(throughLinkOf(of.id));
  });
}

/** Who took which name from the list and still uses it, by name. */
export function takenNames(of: TaughtClass): Promise<Taken[]> {
  return db()
    .select({
      personId: enrolments.personId,
      name: enrolments.name,
      since: sessions.createdAt,
      until: sessions.expiresAt,
    })
    .from(sessions)
    .innerJoin(enrolments, and(eq(enrolments.classId, of.id), eq(enrolments.personId, sessions.personId)))
    .where(and(throughLinkOf(of.id), gt(sessions.expiresAt, sql`now()`)))
    .orderBy(asc(enrolments.nameKey));
}

/** Frees a name: whoever took it is signed out on their device. */
export async function release(of: TaughtClass, personId: string): Promise<void> {
  await db()
    .delete(sessions)
    .where(and(throughLinkOf(of.id), eq(sessions.personId, personId)));
}

/**
 * The link with this token, also one that is over; otherwise null. Tries are not counted: there are far too many tokens to
 * find one in the time that it is open, and a count would let one guesser shut the links of everybody in the school.
 */
export async function findLink(typed: string): Promise<DeviceLink | null> {
  const [found] = await db()
    .select({
      tokenHash: deviceLinks.tokenHash,
      classId: deviceLinks.classId,
      className: classes.name,
      zone: classes.zone,
      expiresAt: deviceLinks.expiresAt,
      open: sql<boolean>`${deviceLinks.closedAt} is null and ${deviceLinks.expiresAt} > now() and ${classes.archivedAt} is null`,
    })
    .from(deviceLinks)
    .innerJoin(classes, eq(classes.id, deviceLinks.classId))
    .where(eq(deviceLinks.tokenHash, hashOf(tidyCode(typed))));
  return found ?? null;
}

/** The students of the link's class by name, for the device on which they pick theirs. */
export function listOf(link: DeviceLink): Promise<ListedStudent[]> {
  return listed(db(), link);
}

/** The token of the session of somebody who picks a name: the same form sent twice begins one session. */
export function deviceToken(link: DeviceLink, personId: string, once: string): string {
  return keyed(`device session ${link.tokenHash} ${personId} ${once || crypto.randomUUID()}`);
}

/**
 * Lets somebody in under a name of the list. Of two who pick the same name at once one gets it.
 * @param tokenHash of the session that is to begin: one that is there already was begun by the same form
 * @param begin begins the session in this transaction, with what is stored of it
 * @returns what `begin` does, or why nobody was let in
 */
export function pick<Begun>(
  link: DeviceLink,
  personId: string,
  tokenHash: string,
  begin: (tx: Tx, session: { deviceLink: string; expiresAt: Date }) => Promise<Begun>,
): Promise<Begun | "closed" | "taken" | "account" | "nobody"> {
  return db().transaction(async (tx) => {
    // Closing the link waits for this, and then ends this session too.
    const [open] = await tx
      .select({ expiresAt: deviceLinks.expiresAt })
      .from(deviceLinks)
      .where(and(eq(deviceLinks.tokenHash, link.tokenHash), isOpen({ id: link.classId })))
      .for("share");
    if (!open) return "closed";
    const place = and(eq(enrolments.classId, link.classId), eq(enrolments.personId, personId));
    await tx.select({ id: enrolments.personId }).from(enrolments).where(place).for("no key update");
    const [student] = await listed(tx, link, { personId, tokenHash });
    if (!student) return "nobody";
    if (student.standing !== "free") return student.standing;
    const expiresAt = new Date(open.expiresAt.getTime() + afterwards * 60_000);
    return begin(tx, { deviceLink: link.tokenHash, expiresAt });
  });
}

/** @param one only this student, for whom a session of this hash is not somebody else's */
async function listed(
  on: Db | Tx,
  { classId }: DeviceLink,
  one?: { personId: string; tokenHash: string },
): Promise<ListedStudent[]> {
  const found = await on
    .select({
      personId: enrolments.personId,
      name: enrolments.name,
      account: sql<boolean>`${people.mayTeachSince} is not null or ${people.hostSince} is not null or exists (
        select 1 from ${signInMethods} m where m.person_id = ${enrolments.personId} and m.kind = 'password') or exists (
        select 1 from ${enrolments} other where other.person_id = ${enrolments.personId} and other.class_id <> ${classId}::uuid
          and other.removed_at is null)`,
      taken: sql<boolean>`exists (select 1 from ${sessions} s
        join ${deviceLinks} d on d.token_hash = s.device_link and d.class_id = ${enrolments.classId}
        where s.person_id = ${enrolments.personId} and s.expires_at > now() and s.token_hash <> ${one?.tokenHash ?? ""})`,
    })
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(
      and(
        eq(enrolments.classId, classId),
        eq(enrolments.role, "student"),
        isNull(enrolments.removedAt),
        isNull(people.forgottenAt),
        one && eq(enrolments.personId, one.personId),
      ),
    )
    .orderBy(asc(enrolments.nameKey));
  return found.map(({ account, taken, ...student }) => ({
    ...student,
    standing: account ? "account" : taken ? "taken" : "free",
  }));
}

const hashOf = (token: string) => keyed(`device link ${token}`);

const isOpen = (of: { id: string }) =>
  and(eq(deviceLinks.classId, of.id), isNull(deviceLinks.closedAt), gt(deviceLinks.expiresAt, sql`now()`));

const throughLinkOf = (classId: string) =>
  sql`${sessions.deviceLink} in (select d.token_hash from ${deviceLinks} d where d.class_id = ${classId}::uuid)`;

/** About 49 bits: too many to guess in 45 minutes, few enough to type on a device without a camera. */
function spelled(hex: string): string {
  let rest = BigInt(`0x${hex}`);
  return Array.from({ length: 10 }, () => {
    const letter = codeLetters[Number(rest % BigInt(codeLetters.length))];
    rest /= BigInt(codeLetters.length);
    return letter;
  }).join("");
}
