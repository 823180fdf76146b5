import { randomInt } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { enrolments, people, signInMethods } from "#drizzle/schema";
import { db, type Tx } from "~/db.server";
import type { From } from "./known-browser";
import { tidyName } from "./name";
import { nameKey } from "./roster.server";
import { hashSecret, isSecret, keyed } from "./secret.server";
import { guarded, type Wait } from "./throttle.server";

/** A fresh PIN: six digits. */
export function newPin(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

/**
 * The PIN that one showing of a join form leads to. The same form sent twice (a double click, a reload) makes the same
 * PIN, so that the second answer can show it again; without SESSION_SECRET nobody can tell it from the form.
 */
export function pinOfForm(classId: string, name: string, once: string): string {
  const number = Number.parseInt(keyed(`new pin ${classId} ${nameKey(name)} ${once}`).slice(0, 12), 16);
  return String(number % 1_000_000).padStart(6, "0");
}

/** What is stored of a PIN. The class is in it, so a PIN works with its class only. */
export function hashPin(classId: string, pin: string): Promise<string> {
  return hashSecret(keyed(`${classId}:${pin}`));
}

/** A PIN as it is stored, with the person whose it is. */
export type HashedPin = { personId: string; secretHash: string };

/** Gives each person their PIN for this class in place of any other. */
export async function putPins(tx: Tx, classId: string, pins: HashedPin[]): Promise<void> {
  if (pins.length === 0) return;
  await tx
    .insert(signInMethods)
    .values(pins.map((one) => ({ ...one, id: uuidv7(), kind: "pin", classId })))
    .onConflictDoUpdate({
      target: [signInMethods.personId, signInMethods.classId],
      set: { secretHash: sql`excluded.secret_hash`, createdAt: sql`now()` },
    });
}

/** Under what the wrong PINs for a name of a class are counted. */
export const pinAccount = (classId: string, key: string) => `pin ${classId} ${key}`;

/**
 * Looks for the student of a class with this name and PIN.
 * @param from where the request comes from, for counting wrong tries
 * @returns the person; null when name or PIN is wrong, which of them is not told; or how long to wait
 */
export async function signInWithPin(
  classId: string,
  typedName: string,
  pin: string,
  from: From = {},
): Promise<{ id: string } | null | Wait> {
  const key = nameKey(tidyName(typedName));
  const [found] = await db()
    .select({ id: enrolments.personId, secretHash: signInMethods.secretHash })
    .from(enrolments)
    .innerJoin(people, and(eq(people.id, enrolments.personId), isNull(people.forgottenAt)))
    .innerJoin(
      signInMethods,
      and(
        eq(signInMethods.personId, enrolments.personId),
        eq(signInMethods.classId, classId),
        eq(signInMethods.kind, "pin"),
      ),
    )
    .where(and(eq(enrolments.classId, classId), eq(enrolments.nameKey, key), isNull(enrolments.removedAt)));
  return guarded(pinAccount(classId, key), from, found?.id, async () => {
    const right = await isSecret(found?.secretHash, keyed(`${classId}:${pin.replace(/\D/g, "")}`));
    return right && found ? { id: found.id } : null;
  });
}
