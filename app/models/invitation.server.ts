import { randomBytes } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { invitations, people } from "#drizzle/schema";
import type { Host, SignedIn, Teacher } from "~/access/rights";
import { db } from "~/db.server";
import { grantTeaching, hasPassword } from "./person.server";
import { keyed } from "./secret.server";

/** How long a link makes somebody a teacher. */
const invitationDays = 14;

export type Invitation = { from: string; expiresAt: Date };

/** Makes a link's token, which works once. Only its keyed hash is kept. @returns the token, to be shown once */
export async function createInvitation(by: Teacher | Host): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  const expiresAt = sql`now() + make_interval(days => ${invitationDays})`;
  await db()
    .insert(invitations)
    .values({ tokenHash: keyed(token), createdBy: by.id, expiresAt });
  return token;
}

/** The invitation behind a link, or null when it was used, is over or never was. */
export async function findInvitation(token: string): Promise<Invitation | null> {
  const [found] = await db()
    .select({ from: people.name, expiresAt: invitations.expiresAt })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.createdBy))
    .where(isGood(token));
  return found ?? null;
}

/**
 * Uses an invitation: the person may teach from now on.
 * @returns "no account" for somebody without a password, "gone" when the invitation cannot be used any more
 */
export function acceptInvitation(token: string, person: SignedIn): Promise<"done" | "gone" | "no account"> {
  return db().transaction(async (tx) => {
    if (!(await hasPassword(person.id, tx))) return "no account";
    const used = { usedBy: person.id, usedAt: sql`now()` };
    const [taken] = await tx
      .update(invitations)
      .set(used)
      .where(isGood(token))
      .returning({ by: invitations.createdBy });
    if (!taken) return "gone";
    await grantTeaching(person.id, taken.by, tx);
    return "done";
  });
}

function isGood(token: string) {
  return and(
    eq(invitations.tokenHash, keyed(token)),
    isNull(invitations.usedAt),
    gt(invitations.expiresAt, sql`now()`),
  );
}
