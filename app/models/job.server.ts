import { eq, sql } from "drizzle-orm";
import { jobs } from "#drizzle/schema";
import { clock } from "~/clock";
import { db, rows } from "~/db.server";

/** Something that the installation does by itself: its name, how often, and what it does. It may be done twice. */
export type Job = { name: string; everyHours: number; run: (now: Date) => Promise<unknown> };

/** After so long somebody else may try: who took it is gone, or it failed. */
const leaseMinutes = 30;

/**
 * Does a job if it is due and no other process is at it. Who takes it moves its time on in one statement, so that of two at
 * once one has it; a process that dies at it leaves it to the next after half an hour.
 * @returns whether it was done
 * @throws what the job threw
 */
export async function runIfDue(job: Job, now: Date = clock.now()): Promise<boolean> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const first = { name: job.name, dueAt: now };
  await db().insert(jobs).values(first).onConflictDoNothing();
  const taken = await rows(sql`
    update jobs set due_at = ${at} + make_interval(mins => ${leaseMinutes}), failures = failures + 1
    where name = (select name from jobs where name = ${job.name} and due_at <= ${at} for update skip locked) returning 1`);
  if (taken.length === 0) return false;
  await job.run(now);
  await db()
    .update(jobs)
    .set({ doneAt: now, dueAt: sql`${at} + make_interval(hours => ${job.everyHours})`, failures: 0 })
    .where(eq(jobs.name, job.name));
  return true;
}

/** When a job was last done, and how often it was begun since without being done: it is under way, or it failed. */
export async function jobStanding(name: string): Promise<{ doneAt: Date | null; tries: number }> {
  const [found] = await db()
    .select({ doneAt: jobs.doneAt, tries: jobs.failures })
    .from(jobs)
    .where(eq(jobs.name, name));
  return found ?? { doneAt: null, tries: 0 };
}
