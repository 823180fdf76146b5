import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { clock } from "~/clock";
import { type Db, db, type Tx } from "~/db.server";
import { setPassword } from "./account.server";
import { loginKey } from "./name";
import { findPasswordAccount, type PasswordAccount } from "./password-account.server";
import { keyed } from "./secret.server";

/** How long a link for a new password can be used, in minutes. */
export const resetMinutes = 60;

/** Whose password a link replaces. */
export type Account = Omit<PasswordAccount, "secretHash">;

/**
 * What a link for a new password says: for whom, until when, and a mark that only the server can make. Nothing of it is
 * stored. The mark is made of the password in force, so a link works once, and no link outlives another way to a new one.
 * @param login as somebody typed it
 * @returns null for a login that nobody has
 */
export async function beginReset(login: string): Promise<(Account & { token: string }) | null> {
  const found = await findPasswordAccount({ login: loginKey(login) });
  if (!found) return null;
  const { secretHash: _, ...account } = found;
  const until = Math.floor(clock.now().getTime() / 1000) + resetMinutes * 60;
  return { ...account, token: `${found.id}.${until}.${markOf(found, until)}` };
}

/**
 * The account behind a link, or null when the link was used, is over or never was.
 * @param at a transaction in which that is to hold
 */
export async function findReset(token: string, at: Db | Tx = db()): Promise<Account | null> {
  const [, id, until, mark] = /^([0-9a-f-]{36})\.(\d{1,12})\.([0-9a-f]{64})$/.exec(token) ?? [];
  if (!mark || !z.uuid().safeParse(id).success || Number(until) * 1000 < clock.now().getTime()) return null;
  const found = await findPasswordAccount({ id: id as string }, at);
  if (!found || !timingSafeEqual(Buffer.from(mark), Buffer.from(markOf(found, Number(until))))) return null;
  return { id: found.id, name: found.name, login: found.login };
}

/** Gives the account behind a link its new password. @returns whether the link still let it: of two at once only one is in time */
export async function takeReset(token: string, { id, login }: Account, password: string): Promise<boolean> {
  const may = async (tx: Tx) => (await findReset(token, tx)) !== null;
  return (await setPassword(id, login, password, id, may)) === "done";
}

const markOf = ({ id, login, secretHash }: PasswordAccount, until: number) =>
  keyed(`new password ${JSON.stringify([id, until, login, secretHash])}`);
