import { randomInt } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { enrolments, people, sessions, signInMethods } from "#drizzle/schema";
import type { TaughtClass } from "~/access/rights";
import { db, type Tx } from "~/db.server";
import { tidyName } from "./name";
import { nameKey } from "./roster.server";
import { hashSecret, isSecret, keyed } from "./secret.server";
import { forget, guarded, type Wait } from "./throttle.server";

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

/** Gives a person this PIN for this class in place of any other. */
export async function putPin(tx: Tx, personId: string, classId: string, secretHash: string): Promise<void> {
  await tx
    .insert(signInMethods)
    .values({ id: uuidv7(), personId, kind: "pin", classId, secretHash })
    .onConflictDoUpdate({ target: [signInMethods.personId, signInMethods.classId], set: { secretHash } });
}

/**
 * Looks for the student of a class with this name and PIN.
 * @param address where the request comes from, for counting wrong tries
 * @returns the person; null when name or PIN is wrong, which of them is not told; or how long to wait
 */
export function signInWithPin(
  classId: string,
  typedName: string,
  pin: string,
  address?: string,
): Promise<{ id: string } | null | Wait> {
  const key = nameKey(tidyName(typedName));
  return guarded("pin", `${classId} ${key}`, address, async () => {
    const [found] = await db()
      .select({ id: enrolments.personId, secretHash: signInMethods.secretHash })
      .from(enrolments)
      .innerJoin(
        signInMethods,
        and(
          eq(signInMethods.personId, enrolments.personId),
          eq(signInMethods.classId, classId),
          eq(signInMethods.kind, "pin"),
        ),
      )
      .where(and(eq(enrolments.classId, classId), eq(enrolments.nameKey, key), isNull(enrolments.removedAt)));
    const right = await isSecret(found?.secretHash, keyed(`${classId}:${pin.replace(/\D/g, "")}`));
    return right && found ? { id: found.id } : null;
  });
}

/**
 * Gives a student of the class a new PIN and signs them out everywhere: somebody else may know the old one. Not for
 * people with a password, whose account holds more than this class: the teacher sees the PIN.
 * @returns the PIN, to be shown once; null for somebody who is not a student here or has a password
 */
export async function resetPin(of: TaughtClass, personId: string): Promise<string | null> {
  const pin = newPin();
  const secretHash = await hashPin(of.id, pin);
  const key = await db().transaction(async (tx) => {
    const [student] = await tx
      .select({ nameKey: enrolments.nameKey })
      .from(enrolments)
      .innerJoin(people, eq(people.id, enrolments.personId))
      .where(
        and(
          eq(enrolments.classId, of.id),
          eq(enrolments.personId, personId),
          eq(enrolments.role, "student"),
          isNull(enrolments.removedAt),
          isNull(people.mayTeachSince),
          isNull(people.hostSince),
          sql`not exists (select 1 from ${signInMethods} where ${signInMethods.personId} = ${personId} and ${signInMethods.kind} = 'password')`,
        ),
      );
    if (!student) return null;
    await putPin(tx, personId, of.id, secretHash);
    await tx.delete(sessions).where(eq(sessions.personId, personId));
    return student.nameKey;
  });
  if (key === null) return null;
  await forget("pin", `${of.id} ${key}`);
  return pin;
}
