import { and, eq, isNull } from "drizzle-orm";
import { people, signInMethods } from "#drizzle/schema";
import { type Db, db, type Tx } from "~/db.server";

/** Somebody who signs in with a login and a password. */
export type PasswordAccount = { id: string; name: string; login: string; secretHash: string };

/**
 * The account of a person, or the one with a login.
 * @param which the login as `loginKey` gives it
 * @param at a transaction that it is looked for in
 */
export async function findPasswordAccount(
  which: { id: string } | { login: string },
  at: Db | Tx = db(),
): Promise<PasswordAccount | undefined> {
  // No stored login has control characters, and Postgres refuses to compare with some of them.
  if ("login" in which && /\p{C}/u.test(which.login)) return undefined;
  const [found] = await at
    .select({ id: people.id, name: people.name, login: signInMethods.login, secretHash: signInMethods.secretHash })
    .from(signInMethods)
    .innerJoin(people, and(eq(people.id, signInMethods.personId), isNull(people.forgottenAt)))
    .where(
      and(
        "login" in which ? eq(signInMethods.login, which.login) : eq(people.id, which.id),
        eq(signInMethods.kind, "password"),
      ),
    );
  return found?.login ? { ...found, login: found.login } : undefined;
}
