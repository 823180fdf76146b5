import { type SQL, sql } from "drizzle-orm";
import { retention } from "#drizzle/schema";
import type { Host } from "~/access/rights";
import { clock } from "~/clock";
import { db, rows } from "~/db.server";
import { note } from "./audit.server";
import { type Periods, usualPeriods } from "./period";
import { areStillLeavers, expiredPeople, type Finished, finishedClasses, isStillExpired } from "./retention-due.server";
import { endsAt } from "./session-life.server";
import { deletedSince, erase, eraseAgain } from "./stored/erasure.server";

/** What goes by some periods, and what goes anyhow because it opens or counts nothing any more. */
export type Expired = {
  guests: number;
  students: number;
  sessions: number;
  links: number;
  throttles: number;
  lines: number;
};

/** How long what is kept, and since when a host has it so; null where nobody has set it. */
export async function periods(): Promise<Periods & { setAt: Date | null }> {
  const [found] = await db().select().from(retention);
  if (!found) return { ...usualPeriods, setAt: null };
  const { guestDays, classMonths, auditMonths, setAt } = found;
  return { guestDays, classMonths, auditMonths, setAt };
}

/** Sets them. What is past its time by them goes when the job comes round, within a day. */
export async function setPeriods(host: Host, wanted: Periods): Promise<void> {
  await db().transaction(async (tx) => {
    const set = { ...wanted, setBy: host.id, setAt: sql`now()` };
    await tx.insert(retention).values(set).onConflictDoUpdate({ target: retention.only, set });
    await note(tx, { by: host.id, act: "periods" });
  });
}

/** What would go now by these periods, and the classes whose students would. Nothing is removed. */
export async function previewExpired(_: Host, wanted: Periods): Promise<Expired & { classes: Finished[] }> {
  const now = clock.now();
  const people = await expiredPeople(wanted, now);
  const counts = await Promise.all(
    Object.entries(over(wanted, now)).map(async ([name, which]) => {
      const [found] = await rows<{ count: number }>(sql`select count(*)::int as count from ${which}`);
      return [name, found?.count ?? 0] as const;
    }),
  );
  return {
    ...countPeople(people),
    ...(Object.fromEntries(counts) as Omit<Expired, "guests" | "students">),
    classes: await finishedClasses(wanted, now),
  };
}

/**
 * Removes what is past its time. Done twice, the second time finds nothing; broken off, the next time goes on. Who cannot be
 * removed keeps nobody else.
 * @param now by which time
 * @returns how much of each went; it is written down where anything did
 * @throws the first of what went wrong, once the rest is done
 */
export async function expire(now: Date = clock.now()): Promise<Expired> {
  const wanted = await periods();
  const gone: Expired = { guests: 0, students: 0, sessions: 0, links: 0, throttles: 0, lines: 0 };
  const failures: unknown[] = [];
  const attempt = (one: Promise<unknown>) => one.catch((error: unknown) => void failures.push(error));
  for (const id of await deletedSince(new Date(now.getTime() - lateHours * 3_600_000))) await attempt(eraseAgain(id));
  for (const { id, guest } of await expiredPeople(wanted, now)) {
    const outcome = await attempt(guest ? removeGuest(id, wanted, now) : removeStudent(id, wanted, now));
    if (outcome === "done") gone[guest ? "guests" : "students"] += 1;
  }
  await db().transaction(async (tx) => {
    for (const [name, which] of Object.entries(over(wanted, now)))
      gone[name as keyof Expired] = (await rows(sql`delete from ${which} returning 1`, tx)).length;
    const counts = Object.fromEntries(Object.entries(gone).filter(([, count]) => count > 0));
    if (Object.keys(counts).length > 0) await note(tx, { by: null, act: "expired", counts });
  });
  if (failures.length > 0) throw failures[0];
  return gone;
}

/** For so long rows of who was deleted are looked for once more: longer than the job takes to come round, also after it failed. */
const lateHours = 48;

/** The rows of tables that open or count nothing any more, as `delete from` and `count from` take them. */
function over({ auditMonths }: Periods, now: Date): Record<"sessions" | "links" | "throttles" | "lines", SQL> {
  const at = sql`${now.toISOString()}::timestamptz`;
  return {
    // A day later: an attempt under way keeps its session on for a day at most.
    sessions: sql`sessions where exists (select 1 from people where people.id = sessions.person_id and ${endsAt} < ${at} - interval '1 day')`,
    links: sql`device_links where coalesce(closed_at, expires_at) < ${at} - interval '1 day'
      and not exists (select 1 from sessions s where s.device_link = device_links.token_hash)`,
    throttles: sql`throttles where expire < ${now.getTime()}`,
    lines:
      auditMonths === null
        ? sql`audit_log where false`
        : sql`audit_log where at < ${at} - make_interval(months => ${auditMonths})`,
  };
}

const removeStudent = (id: string, wanted: Periods, now: Date) =>
  erase(id, null, (tx, records) => areStillLeavers(tx, records, wanted, now));

/** A guest leaves nothing that anybody counts. Who has joined, signed up or come back meanwhile stays. */
function removeGuest(id: string, wanted: Periods, now: Date): Promise<"done" | "left"> {
  return db().transaction(async (tx) => {
    // Who waited for this row sees only in a statement of its own what the others did.
    await tx.execute(sql`select 1 from people where id = ${id}::uuid for update`);
    if (!(await isStillExpired(tx, id, wanted, now))) return "left";
    await tx.execute(sql`delete from attempts where person_id = ${id}::uuid and assignment_id is null`);
    await tx.execute(sql`delete from people where id = ${id}::uuid`);
    return "done";
  });
}

const countPeople = (people: { guest: boolean }[]) => ({
  guests: people.filter(({ guest }) => guest).length,
  students: people.filter(({ guest }) => !guest).length,
});
