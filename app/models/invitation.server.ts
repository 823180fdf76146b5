import { randomBytes } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { classes, invitations, people } from "#drizzle/schema";
import type { Host, SeenClass, SignedIn, TaughtClass, Teacher } from "~/access/rights";
import { db } from "~/db.server";
import { grantTeaching, hasPassword } from "./person.server";
import { keyed } from "./secret.server";
import { joinStaff, type StaffRole } from "./staff.server";
import { isTaken } from "./unique";

/** How long a link makes somebody a teacher. */
export const invitationDays = 14;

/** @param classroom to whose desk it leads too, and in which role; null: it only lets its first user teach */
export type Invitation = {
  from: string;
  expiresAt: Date;
  classroom: { id: string; name: string; role: StaffRole } | null;
};

/** Makes a link's token, which works once. Only its keyed hash is kept. @returns the token, to be shown once */
export function createInvitation(by: Teacher | Host): Promise<string> {
  return put({ createdBy: by.id });
}

/** The same for a colleague who is to teach or observe a class. */
export function inviteToClass(of: TaughtClass, role: StaffRole): Promise<string> {
  return put({ createdBy: of.viewer.id, classId: of.id, role });
}

/** How many links to a class's desk somebody could still use. */
export function openInvitations(of: SeenClass): Promise<number> {
  return db().$count(invitations, and(eq(invitations.classId, of.id), isUnused));
}

/** Nobody can use the links to this class's desk any more that were made so far. */
export async function withdrawInvitations(of: TaughtClass): Promise<void> {
  await db()
    .update(invitations)
    .set({ expiresAt: sql`now()` })
    .where(and(eq(invitations.classId, of.id), isUnused));
}

/** The invitation behind a link, or null when it was used, is over or never was. */
export async function findInvitation(token: string): Promise<Invitation | null> {
  const [found] = await db()
    .select({
      from: people.name,
      expiresAt: invitations.expiresAt,
      classroom: { id: classes.id, name: classes.name },
      role: sql<StaffRole>`${invitations.role}`,
    })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.createdBy))
    .leftJoin(classes, eq(classes.id, invitations.classId))
    .where(isGood(token));
  if (!found) return null;
  const { role, classroom, ...rest } = found;
  return { ...rest, classroom: classroom && { ...classroom, role } };
}

/**
 * Uses an invitation: the person may teach from now on, and has a place at the class's desk when it names one.
 * @param name what the class is to know them by
 * @returns "no account" for somebody without a password, "gone" when the invitation cannot be used any more; what keeps
 * somebody from the class's desk leaves the link unused
 */
export async function acceptInvitation(
  token: string,
  person: SignedIn,
  name = person.name,
): Promise<"done" | "gone" | "no account" | "already" | "student" | "taken"> {
  try {
    return await db().transaction(async (tx) => {
      if (!(await hasPassword(person.id, tx))) return "no account";
      const [found] = await tx.select().from(invitations).where(isGood(token)).for("update");
      if (!found) return "gone";
      if (found.classId) {
        const joined = await joinStaff(tx, found.classId, person, found.role as StaffRole, name);
        if (joined !== "done") return joined;
      }
      await tx
        .update(invitations)
        .set({ usedBy: person.id, usedAt: sql`now()` })
        .where(eq(invitations.tokenHash, found.tokenHash));
      await grantTeaching(person.id, found.createdBy, tx);
      return "done";
    });
  } catch (error) {
    if (isTaken(error)) return "taken";
    throw error;
  }
}

async function put(row: Pick<typeof invitations.$inferInsert, "createdBy" | "classId" | "role">): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  const expiresAt = sql`now() + make_interval(days => ${invitationDays})`;
  await db()
    .insert(invitations)
    .values({ ...row, tokenHash: keyed(token), expiresAt });
  return token;
}

const isUnused = and(isNull(invitations.usedAt), gt(invitations.expiresAt, sql`now()`));

function isGood(token: string) {
  return and(eq(invitations.tokenHash, keyed(token)), isUnused);
}
