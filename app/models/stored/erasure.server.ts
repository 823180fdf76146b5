import { type SQL, sql } from "drizzle-orm";
import { db, rows, type Tx } from "~/db.server";
import { passwordAccount } from "../account.server";
import { note } from "../audit.server";
import { forgetCounts } from "../counter.server";
import { nameKey } from "../roster.server";
import { pinAccount } from "../sign-in.server";
import { whoIs } from "../throttle.server";
import { type Hindrance, hindranceOf } from "./erasure-plan.server";
import { closeRecordsOf, recordsOf } from "./records.server";
import { removeOwnWork } from "./removal.server";
import { removedWords, withoutWords } from "./typed.server";

/**
 * Deletes a person for good. What they did for themselves goes; of what classes asked for the marks stay, on a record that
 * stands for nobody, so that no number of a class changes. Records that were merged into theirs are them too.
 * @param by who deletes; null: the installation, whose time for it has come, or who runs the machine
 * @param still asked of all their records when nothing of them changes any more: false leaves them as they are
 * @returns "gone" for who is deleted already or never was, "left" where `still` said no, or what has to be done first
 */
export async function erase(
  personId: string,
  by: string | null,
  still: (tx: Tx, records: string[]) => Promise<boolean> = async () => true,
): Promise<"done" | "gone" | "left" | Hindrance> {
  await closeRecordsOf(personId);
  return db().transaction(async (tx) => {
    const records = await recordsOf(personId, tx, "held");
    if (records.length === 0) return "gone";
    const hindrance = await hindranceOf(records, tx);
    if (hindrance) return hindrance;
    if (!(await still(tx, records))) return "left";
    for (const id of records) await eraseRecord(tx, id);
    // Each of them: in a backup of before they were made one they are two.
    await note(tx, ...records.map((whom) => ({ by, act: "deleted" as const, whom })));
    return "done";
  });
}

/**
 * Deletes once more what came of somebody after they were deleted. Who is deleted is held until the end, so what refers to
 * them and is being written at that moment, such as an answer, a new place in a class or a password, waits and then comes.
 */
export async function eraseAgain(personId: string): Promise<void> {
  await db().transaction(async (tx) => {
    await tx.execute(sql`select 1 from people where id = ${personId}::uuid for update`);
    await eraseRecord(tx, personId);
  });
}

/** The records that were deleted since then. */
export async function deletedSince(since: Date): Promise<string[]> {
  const found = await rows<{ id: string }>(
    sql`select id from people where forgotten_at > ${since.toISOString()}::timestamptz order by id`,
  );
  return found.map(({ id }) => id);
}

/** Done again, it takes what is new and changes nothing else. */
async function eraseRecord(tx: Tx, personId: string): Promise<void> {
  const id = sql`${personId}::uuid`;
  await forgetTries(tx, personId);
  await tx.execute(sql`delete from sessions where person_id = ${id}`);
  await tx.execute(sql`delete from sign_in_methods where person_id = ${id}`);
  await tx.execute(sql`delete from merges where kept_id = ${id} or gone_id = ${id}`);
  await tx.execute(sql`delete from attempts where trial_as = ${id}`);
  await tx.execute(
    sql`update invitations set expires_at = now() where created_by = ${id} and used_at is null and expires_at > now()`,
  );
  // What is under way counts for nothing yet; nobody will hand it in. Not what a teacher has opened again since.
  await tx.execute(sql`delete from attempts t using people p where p.id = ${id} and t.person_id = p.id and t.state = 'in_progress'
    and not exists (select 1 from attempt_events e where e.attempt_id = t.id and e.done_at > p.forgotten_at)`);
  await removeOwnWork(tx, personId);
  await emptyWords(tx, id);
  await unname(tx, id);
}

/** The wrong tries that were counted for their names and logins: from a fingerprint a guess can be checked. */
async function forgetTries(tx: Tx, personId: string): Promise<void> {
  const found = await rows<{ login: string | null; class: string | null; name: string | null }>(
    sql`select login, null as class, null as name from sign_in_methods where person_id = ${personId}::uuid and login is not null
      union all select null, class_id::text, name from enrolments where person_id = ${personId}::uuid`,
    tx,
  );
  const tried = found.map(({ login, class: of, name }) =>
    login === null ? pinAccount(of ?? "", nameKey(name ?? "")) : passwordAccount(login),
  );
  await forgetCounts([...tried, whoIs(personId)], tx);
}

/**
 * The words in what stays. An answer that marked itself right is the key's words and not theirs, so it stays as it is: a
 * correction of the question finds it right again. Not where a star of the key stands for any words.
 */
async function emptyWords(tx: Tx, id: SQL): Promise<void> {
  const theirs = sql`attempt_id in (select a.id from attempts a where a.person_id = ${id})`;
  const byHand = sql`exists (select 1 from marks m where m.attempt_id = r.attempt_id and m.slot = r.slot and m.kind <> 'automatic')`;
  const anyWords = sql`exists (select 1 from attempt_slots s join item_versions v on v.id = s.item_version_id
    where s.attempt_id = r.attempt_id and s.slot = r.slot and v.key::text like '%*%')`;
  const ofKey = sql`(coalesce(r.fraction, 0) = 1 and not ${byHand} and not ${anyWords})`;
  const isStored = (
    of: "l" | "c",
  ) => sql`exists (select 1 from responses r where r.attempt_id = ${sql.raw(of)}.attempt_id
    and r.slot = ${sql.raw(of)}.slot and r.response = ${sql.raw(of)}.response and ${ofKey})`;
  await tx.execute(sql`update answer_log l set response = ${withoutWords(sql`l.response`)} where ${theirs}
    and not ${isStored("l")}`);
  await tx.execute(
    sql`update responses r set response = ${withoutWords(sql`r.response`)} where ${theirs} and not ${ofKey}`,
  );
  await tx.execute(
    sql`update answer_checks c set response = ${withoutWords(sql`c.response`)} where ${theirs}
      and not ${isStored("c")}`,
  );
  await tx.execute(sql`update votes v set response = ${withoutWords(sql`v.response`)} where v.person_id = ${id}`);
  await tx.execute(
    sql`update lesson_answers l set value = ${withoutWords(sql`l.value`)}, shared = false where l.person_id = ${id}`,
  );
  // What was written to them, or about why something was done for them.
  await tx.execute(sql`update marks set comment = ${removedWords} where ${theirs} and comment <> ''`);
  for (const table of ["attempt_events", "added_minutes"] as const)
    await tx.execute(sql`update ${sql.identifier(table)} set why = ${removedWords} where ${theirs} and why <> ''`);
  await tx.execute(sql`update overrides set password = null where person_id = ${id} and password <> ''`);
  await tx.execute(sql`update attempts set revision = revision + 1 where person_id = ${id}`);
}

/** In each of their classes they become a number that nobody there has, and what they always got there is the usual. */
async function unname(tx: Tx, id: SQL): Promise<void> {
  const words = sql`case role when 'student' then 'Deleted student ' else 'Deleted teacher ' end`;
  await tx.execute(sql`
    update enrolments e set name = ${words} || free.number, name_key = lower(${words} || free.number)
    from (select class_id, (select min(n) from generate_series(1, 10000) n where not exists (
        select 1 from enrolments x where x.class_id = mine.class_id and x.name_key in ('deleted student ' || n, 'deleted teacher ' || n))) as number
      from enrolments mine where person_id = ${id}) as free
    where e.person_id = ${id} and e.class_id = free.class_id and e.name_key !~ '^deleted (student|teacher) [0-9]+$'`);
  await tx.execute(sql`update enrolments set time_factor = 1, extra_attempts = 0, no_timer = false, calm = false,
    accommodated_by = null, accommodated_at = null where person_id = ${id}`);
  await tx.execute(sql`update people set name = 'Somebody who was deleted', may_teach_since = null, may_teach_by = null, host_since = null, sample = null,
    forgotten_at = coalesce(forgotten_at, now()), reading_revision = reading_revision + 1 where id = ${id}`);
}
