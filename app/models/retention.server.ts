import { type SQL, sql } from "drizzle-orm";
import { retention } from "#drizzle/schema";
import type { Host } from "~/access/rights";
import { clock } from "~/clock";
import { db, rows } from "~/db.server";
import { note } from "./audit.server";
import { type Periods, usualPeriods } from "./period";
import { expiredPeople, type Finished, finishedClasses } from "./retention-due.server";
import { endsAt } from "./session-life.server";
import { erase } from "./stored/erasure.server";

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
 * Removes what is past its time. Done twice, the second time finds nothing; broken off, the next time goes on.
 * @param now by which time
 * @returns how much of each went; it is written down where anything did
 */
export async function expire(now: Date = clock.now()): Promise<Expired> {
  const wanted = await periods();
  const people = await expiredPeople(wanted, now);
  for (const { id, guest } of people) await (guest ? removeGuest(id) : erase(id, null));
  const gone: Expired = { ...countPeople(people), sessions: 0, links: 0, throttles: 0, lines: 0 };
  await db().transaction(async (tx) => {
    for (const [name, which] of Object.entries(over(wanted, now)))
      gone[name as keyof Expired] = (await rows(sql`delete from ${which} returning 1`, tx)).length;
    const counts = Object.fromEntries(Object.entries(gone).filter(([, count]) => count > 0));
    if (Object.keys(counts).length > 0) await note(tx, { by: null, act: "expired", counts });
  });
  return gone;
}

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

/** A guest leaves nothing that anybody counts. Who has joined or signed up meanwhile is none. */
async function removeGuest(id: string): Promise<void> {
  await db().transaction(async (tx) => {
    const held = await rows(
      sql`select 1 from people where id = ${id}::uuid and not exists (select 1 from sign_in_methods where person_id = ${id}::uuid)
        and not exists (select 1 from enrolments where person_id = ${id}::uuid) for update`,
      tx,
    );
    if (held.length === 0) return;
    await tx.execute(sql`delete from attempts where person_id = ${id}::uuid and assignment_id is null`);
    await tx.execute(sql`delete from people where id = ${id}::uuid
      and not exists (select 1 from attempts where person_id = ${id}::uuid)`);
  });
}

const countPeople = (people: { guest: boolean }[]) => ({
  guests: people.filter(({ guest }) => guest).length,
  students: people.filter(({ guest }) => !guest).length,
});
