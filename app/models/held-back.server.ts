/*
 * The one place that says which questions an assignment keeps back: nobody it was given to sees their keys elsewhere, in
 * practice or when they come back to be tried again, while the assignment itself does not show them.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Person, TaughtAssignment } from "~/access/rights";
import { rows } from "~/db.server";
import { questionsOf } from "./pool.server";
import { closedForAll, momentIsThere } from "./shown.server";
import { ranOut } from "./submission.server";

/**
 * Whether an assignment keeps the keys of its questions back from the student of enrolment `e`: they can still work on it,
 * or its results are not out. One that opens later does too, since practice shows every key. Over `assignments` and `terms`.
 */
const keepsKeysBack = sql<boolean>`(exists (select 1 from attempts where assignment_id = assignments.id and person_id = e.person_id and state = 'in_progress' and not ${ranOut})
  or coalesce(terms.closes_at > now(), true) and (select count(*) from attempts t
    where t.assignment_id = assignments.id and t.person_id = e.person_id and t.state <> 'void') < terms.attempts_allowed
  or not ${momentIsThere(sql`case key_when when 'never' then 'close' else key_when end`)} and not ${closedForAll})`;

/** The assignments that keep keys back from a person; a condition may follow by `and`. */
const keeping = (personId: string) => sql`enrolments e
  join assignments on assignments.class_id = e.class_id and assignments.removed_at is null
  join terms on terms.assignment_id = assignments.id and terms.person_id = e.person_id
  where e.person_id = ${personId}::uuid and e.role = 'student' and e.removed_at is null and ${keepsKeysBack}`;

/** The questions of attempts, for `from`: rows of `item_id`. @param which over the attempts `t` */
const questionsMet = (which: SQL) => sql`(select v.item_id from attempts t
  join attempt_slots s on s.attempt_id = t.id join item_versions v on v.id = s.item_version_id where ${which})`;

/** Whether an assignment of `keeping` asks a question, may draw it, or has asked it. */
const asks = (
  item: SQL,
) => sql<boolean>`(exists (select 1 from ${questionsOf(sql`assignments.quiz`)} given where given.item_id = ${item})
  or exists (select 1 from ${questionsMet(sql`t.assignment_id = assignments.id and t.person_id = e.person_id`)} met where met.item_id = ${item}))`;

/** Whether this question is kept back from this person. @param item an expression for the question's id */
export const heldBack = (person: Pick<Person, "id">, item: SQL) =>
  sql<boolean>`exists (select 1 from ${keeping(person.id)} and ${asks(item)})`;

/**
 * Why this person may not practise a quiz now: an assignment of it, or of another that asks or may draw one of its
 * questions, keeps its keys back.
 * @param attempt a practice attempt: then its own questions count, whatever the quiz asks by now
 * @returns the assignment's title, or null when practice is open
 */
export async function practiceClosedBy(personId: string, quiz: string, attempt?: string): Promise<string | null> {
  const own = attempt ? questionsMet(sql`t.id = ${attempt}::uuid`) : questionsOf(sql`${quiz}::text`);
  const [found] = await rows<{ title: string }>(sql`
    select assignments.title from ${keeping(personId)}
      and (assignments.quiz = ${quiz} or exists (select 1 from ${own} own where ${asks(sql`own.item_id`)}))
    order by assignments.created_at desc limit 1`);
  return found?.title ?? null;
}

/** Where questions of a test show their keys while it is not over: another assignment of its class, or practice of a quiz. */
export type KeyElsewhere = { test: string; shownBy: string; practice: boolean };

/**
 * Which keys of an assignment's questions are told too early: by another assignment of the class or by practice that is
 * open to everybody, which who is not signed in may use; or by this one, for another that is a test. By titles.
 */
export function keysElsewhere(assignment: TaughtAssignment): Promise<KeyElsewhere[]> {
  const asked = (of: SQL) => sql`(select item_id from ${questionsOf(sql`${of}.quiz`)} given
    union select item_id from ${questionsMet(sql`t.assignment_id = ${of}.id`)} met)`;
  return rows<KeyElsewhere>(sql`
    select test.title as test, shower.title as "shownBy", shower.practice
    from assignments test
    cross join lateral (
      select other.title, false as practice from assignments other
      where other.class_id = test.class_id and other.id <> test.id and other.removed_at is null
        and ${assignment.id}::uuid in (test.id, other.id)
        and ${keyOut(sql`other`)} < coalesce(test.closes_at, 'infinity')
        and exists (select 1 from ${asked(sql`test`)} one join ${asked(sql`other`)} two on two.item_id = one.item_id)
      union all
      select quizzes.title, true from quizzes
      where test.id = ${assignment.id}::uuid and quizzes.live and quizzes.practice = 'everybody'
        and exists (select 1 from ${asked(sql`test`)} one join ${questionsOf(sql`quizzes.slug`)} two on two.item_id = one.item_id)
    ) shower
    where test.class_id = ${assignment.classId}::uuid and test.removed_at is null and coalesce(test.closes_at > now(), true)
      and test.key_when not in ('now', 'submit')
    order by shower.practice, test.title, shower.title`);
}

/** When the key of an assignment is shown first. */
const keyOut = (of: SQL) => sql`case ${of}.key_when when 'due' then ${of}.due_at when 'close' then ${of}.closes_at
  when 'never' then 'infinity' else coalesce(${of}.opens_at, '-infinity') end`;
