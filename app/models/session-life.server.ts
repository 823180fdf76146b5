import { type SQL, sql } from "drizzle-orm";
import { attempts, people, sessions } from "#drizzle/schema";

/**
 * How long a session is good for, in days: at most, and unused. A guest has no other way in, so an end takes their work.
 * Who teaches or runs the installation holds the work of others, and signs in once a school day.
 */
export const lifeDays = { student: 90, guest: 365, staff: 7 };
export const idleHours = { student: 30 * 24, staff: 12 };
/** How much later than a visit the visit may be written down: most requests of a session then write nothing. */
const seenMinutes = 10;

const isStaff = sql`(${people.mayTeachSince} is not null or ${people.hostSince} is not null)`;
const days = (count: number) => sql.raw(`interval '${count} days'`);
const hours = (count: number) => sql.raw(`interval '${count} hours'`);

/** When a session ends if nobody uses it again. Asked with the person beside it: rights that came later count. */
export const endsAt: SQL<Date> = sql<Date>`(case when ${sessions.deviceLink} is not null then ${sessions.expiresAt}
  when ${isStaff} then least(${sessions.expiresAt}, ${sessions.createdAt} + ${days(lifeDays.staff)}, ${sessions.seenAt} + ${hours(idleHours.staff)})
  else least(${sessions.expiresAt}, ${sessions.seenAt} + ${hours(idleHours.student)}) end)`;

/**
 * Nobody is sent away from an attempt, nor from its receipt: its session lasts on, for a day at most. Asked only where the
 * session is over.
 */
const isAnswering = sql`(${sessions.deviceLink} is null and ${endsAt} > now() - interval '1 day' and exists (
  select 1 from ${attempts} where ${attempts.personId} = ${sessions.personId}
    and (${attempts.state} = 'in_progress' or ${attempts.submittedAt} > now() - interval '1 hour')
    and not ${attempts.trial} and ${attempts.startedAt} between ${endsAt} - interval '1 day' and ${endsAt}))`;

/** Whether a session lets its person in. */
export const isGood: SQL = sql`(${endsAt} > now() or ${isAnswering})`;

/** Whether this visit is worth writing down. */
export const isUnseen = sql<boolean>`${sessions.seenAt} < now() - ${sql.raw(`interval '${seenMinutes} minutes'`)}`;
