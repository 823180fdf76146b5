import { and, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { people, sessions, signInMethods } from "#drizzle/schema";
import type { Person } from "~/access/rights";
import { type Db, db, rows, type Tx } from "~/db.server";
import { note } from "./audit.server";
import type { From } from "./known-browser";
import { loginKey } from "./name";
import { findPasswordAccount } from "./password-account.server";
import { createPerson, endPickedSessions, grantHost, grantTeaching, hasPassword } from "./person.server";
import { hashSecret, isSecret } from "./secret.server";
import { forget, guarded, type Wait } from "./throttle.server";
import { isTaken } from "./unique";

/** The person with this e-mail or user name. */
export async function findAccount(login: string): Promise<{ id: string; name: string } | undefined> {
  const found = await findPasswordAccount({ login: loginKey(login) });
  return found && { id: found.id, name: found.name };
}

/**
 * Makes an account. A guest, or a student who had a PIN only, stays the same person, so all their work stays theirs. The
 * first account of an installation is its host and may teach.
 * @param visitor who signs up, null for a stranger; the demo's sample people count as strangers
 * @param account `teach` where this installation lets everybody say that they teach; name and login as typed, tidied here
 * @returns the person, or why there is no account
 */
export async function signUp(
  visitor: Pick<Person, "id" | "sample"> | null,
  account: { name: string; login: string; password: string; teach: boolean },
): Promise<{ id: string; first: boolean } | "taken" | "has one"> {
  const secretHash = await hashSecret(account.password.normalize("NFKC"));
  const same = visitor && visitor.sample === null ? visitor.id : null;
  try {
    return await db().transaction(async (tx) => {
      const first = await isFirst(tx);
      if (same) await tx.select({ id: people.id }).from(people).where(eq(people.id, same)).for("update");
      if (same && (await hasPassword(same, tx))) return "has one";
      const id = same ?? (await createPerson({ name: account.name }, tx));
      if (same) await tx.update(people).set({ name: account.name }).where(eq(people.id, same));
      if (same) await endPickedSessions(same, tx);
      await tx
        .insert(signInMethods)
        .values({ id: uuidv7(), personId: id, kind: "password", login: loginKey(account.login), secretHash });
      if (first || account.teach) await grantTeaching(id, null, tx);
      if (first) await grantHost(id, tx);
      return { id, first };
    });
  } catch (error) {
    if (isTaken(error)) return "taken";
    throw error;
  }
}

/**
 * Looks for the person with this login and password.
 * @param from where the request comes from, for counting wrong tries
 * @returns the person; null when one of the two is wrong, which of them is not told; or how long to wait
 */
export async function signIn(login: string, password: string, from: From = {}): Promise<{ id: string } | null | Wait> {
  const key = loginKey(login);
  const found = await findPasswordAccount({ login: key });
  return guarded(passwordAccount(key), from, found?.id, async () => {
    const right = await isSecret(found?.secretHash, password.normalize("NFKC"));
    return right && found ? { id: found.id } : null;
  });
}

/**
 * Gives a person this login and password in place of any they had, and signs them out everywhere.
 * @param by who does it; null: who runs the machine
 * @param may asked when nobody else can change this person's password any more
 * @returns "taken" when somebody else has the login, "not now" when it may not be
 */
export async function setPassword(
  personId: string,
  login: string,
  password: string,
  by: string | null = personId,
  may: (tx: Tx) => Promise<boolean> = async () => true,
): Promise<"done" | "taken" | "not now"> {
  const secretHash = await hashSecret(password.normalize("NFKC"));
  const way = { login: loginKey(login), secretHash };
  try {
    const done = await db().transaction(async (tx) => {
      await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for("update");
      if (!(await may(tx))) return false;
      const mine = and(eq(signInMethods.personId, personId), eq(signInMethods.kind, "password"));
      const changed = await tx.update(signInMethods).set(way).where(mine).returning({ id: signInMethods.id });
      if (changed.length === 0)
        await tx.insert(signInMethods).values({ id: uuidv7(), personId, kind: "password", ...way });
      await tx.delete(sessions).where(eq(sessions.personId, personId));
      await note(tx, { by, act: "password", whom: personId });
      return true;
    });
    if (!done) return "not now";
    await forget(passwordAccount(way.login), personId);
    return "done";
  } catch (error) {
    if (isTaken(error)) return "taken";
    throw error;
  }
}

/** Under what the wrong passwords for a login are counted. */
export const passwordAccount = (login: string) => `password ${login}`;

/** Whether nobody has an account yet: the next one runs this installation. */
export async function isEmpty(): Promise<boolean> {
  return !(await anyPassword(db()));
}

/** Two who sign up at once on an empty installation: the lock lets the second see the first's account. */
async function isFirst(tx: Tx): Promise<boolean> {
  if (await anyPassword(tx)) return false;
  await tx.execute(sql`lock table ${signInMethods} in share row exclusive mode`);
  return !(await anyPassword(tx));
}

async function anyPassword(on: Db | Tx): Promise<boolean> {
  const [found] = await rows<{ any: boolean }>(
    sql`select exists (select 1 from sign_in_methods where kind = 'password') as any`,
    on,
  );
  return found?.any ?? false;
}
