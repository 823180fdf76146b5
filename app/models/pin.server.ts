import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { classes, enrolments, people, sessions, signInMethods } from "#drizzle/schema";
import type { TaughtClass } from "~/access/rights";
import { type Db, db, type Tx } from "~/db.server";
import { note } from "./audit.server";
import { isSecret, keyed } from "./secret.server";
import { type HashedPin, hashPin, newPin, pinAccount, pinOfForm, putPins } from "./sign-in.server";
import { forget } from "./throttle.server";

/** Somebody of a class with the PIN that was just made: it is known now and never again. */
export type PinCard = { personId: string; name: string; pin: string };

/** A student whom the teacher may give a PIN. */
type PinHolder = { personId: string; name: string; nameKey: string; secretHash: string | null };

/**
 * The students of a class who may get a PIN, by name. Not people with a password, whose account holds more than this
 * class: the teacher sees the PIN.
 * @param personIds only these; without it all
 */
export function pinHolders(of: TaughtClass, personIds?: string[], on: Db | Tx = db()): Promise<PinHolder[]> {
  const password = sql`select 1 from sign_in_methods m where m.person_id = ${enrolments.personId} and m.kind = 'password'`;
  const { personId, name, nameKey } = enrolments;
  return on
    .select({ personId, name, nameKey, secretHash: signInMethods.secretHash })
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.personId))
    .leftJoin(signInMethods, and(eq(signInMethods.personId, enrolments.personId), eq(signInMethods.classId, of.id)))
    .where(
      and(
        eq(enrolments.classId, of.id),
        eq(enrolments.role, "student"),
        isNull(enrolments.removedAt),
        isNull(people.mayTeachSince),
        isNull(people.hostSince),
        isNull(people.forgottenAt),
        sql`not exists (${password})`,
        personIds && inArray(enrolments.personId, personIds),
      ),
    )
    .orderBy(asc(enrolments.nameKey));
}

/** The name of the PINs that these students have now: what the teacher saw when agreeing that they end. */
export function stateOfPins(holders: PinHolder[]): string {
  return keyed(JSON.stringify(holders.map(({ personId, secretHash }) => [personId, secretHash]))).slice(0, 22);
}

/**
 * Gives a student of the class a new PIN and signs them out everywhere: somebody else may know the old one.
 * @returns the PIN, to be shown once; null for somebody who may not get one
 */
export async function resetPin(of: TaughtClass, personId: string): Promise<string | null> {
  const holders = await pinHolders(of, [personId]);
  const [made] = await give(of, holders, newPin);
  return made?.pin ?? null;
}

/**
 * The same for many, as their teacher agreed. The same form sent twice shows the same PINs, for two minutes.
 * @param form `once` names the showing of the form; `seen` the PINs that were to end, as stateOfPins says it
 * @returns "changed" when somebody has made other PINs since, and then nothing was done
 */
export async function resetPins(
  of: TaughtClass,
  personIds: string[],
  { once, seen }: { once: string; seen: string },
): Promise<PinCard[] | "changed"> {
  const holders = await pinHolders(of, personIds);
  const pinOf = ({ name }: PinHolder) => (once ? pinOfForm(of.id, name, once) : newPin());
  const made = stateOfPins(holders) === seen ? await give(of, holders, pinOf, seen) : [];
  if (made.length > 0) return made;
  const again = await shownAgain(
    of,
    holders.map((holder) => ({ ...holder, pin: pinOf(holder) })),
  );
  return again.length > 0 ? again : "changed";
}

/** Those of these PINs that were made in the last two minutes and still open: a form that was sent twice shows them. */
export async function shownAgain(of: TaughtClass, cards: PinCard[]): Promise<PinCard[]> {
  if (cards.length === 0) return [];
  const fresh = await db()
    .select({ personId: signInMethods.personId, secretHash: signInMethods.secretHash })
    .from(signInMethods)
    .where(
      and(
        eq(signInMethods.classId, of.id),
        inArray(
          signInMethods.personId,
          cards.map(({ personId }) => personId),
        ),
        sql`${signInMethods.createdAt} > now() - interval '2 minutes'`,
      ),
    );
  const stored = new Map(fresh.map(({ personId, secretHash }) => [personId, secretHash]));
  const right: PinCard[] = [];
  for (const { personId, name, pin } of cards)
    if (stored.has(personId) && (await isSecret(stored.get(personId), keyed(`${of.id}:${pin}`))))
      right.push({ personId, name, pin });
  return right;
}

/** One after the other: a class of PINs takes seconds, and who signs in meanwhile must not stand behind all of them. */
export async function hashPins(of: TaughtClass, cards: PinCard[]): Promise<HashedPin[]> {
  const hashed: HashedPin[] = [];
  for (const { personId, pin } of cards) hashed.push({ personId, secretHash: await hashPin(of.id, pin) });
  return hashed;
}

/** Changes of many students of one class wait for each other; those who join meanwhile do not wait. */
export async function holdRoster(tx: Tx, of: Pick<TaughtClass, "id">): Promise<void> {
  await tx.select({ id: classes.id }).from(classes).where(eq(classes.id, of.id)).for("no key update");
}

/** @param seen when given, nothing is done unless the PINs are still these. @returns what was made */
async function give(
  of: TaughtClass,
  holders: PinHolder[],
  pinOf: (holder: PinHolder) => string,
  seen?: string,
): Promise<PinCard[]> {
  const cards = holders.map((holder) => ({ personId: holder.personId, name: holder.name, pin: pinOf(holder) }));
  const hashed = await hashPins(of, cards);
  const ids = holders.map(({ personId }) => personId);
  const done = await db().transaction(async (tx) => {
    await holdRoster(tx, of);
    const now = await pinHolders(of, ids, tx);
    if (now.length < ids.length || (seen !== undefined && stateOfPins(now) !== seen)) return false;
    await putPins(tx, of.id, hashed);
    await note(tx, ...ids.map((whom) => ({ by: of.viewer.id, act: "pin" as const, whom, classId: of.id })));
    if (ids.length > 0) await tx.delete(sessions).where(inArray(sessions.personId, ids));
    return true;
  });
  if (!done) return [];
  for (const { nameKey, personId } of holders) await forget(pinAccount(of.id, nameKey), personId);
  return cards;
}
