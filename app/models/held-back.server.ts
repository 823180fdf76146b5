/*
 * The one place that says which questions an assignment keeps back: nobody it was given to sees their keys elsewhere, in
 * practice or when they come back to be tried again, while the assignment itself does not show them.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Person, SeenAssignment } from "~/access/rights";
import { rows, wordedRows } from "~/db.server";
import { isLessonCheck, questionsOf } from "./pool.server";
import { closedForAll, momentIsThere } from "./shown.server";
import { ranOut } from "./submission.server";

/**
 * Whether an assignment keeps the keys of its questions back from the student of enrolment `e`: they can still work on it,
 * or its results are not out. One that opens later does too, since practice shows every key. Over `assignments` and `terms`.
 */
const keepsKeysBack = sql<boolean>`(exists (select 1 from attempts where assignment_id = assignments.id and person_id = e.person_id and state = 'in_progress' and not ${ranOut})
  or coalesce(terms.closes_at > now(), true) and not exists (select 1 from classes where classes.id = e.class_id and archived_at is not null) and (select count(*) from attempts t
    where t.assignment_id = assignments.id and t.person_id = e.person_id and t.state <> 'void') < terms.attempts_allowed
  or not ${momentIsThere(sql`key_when`, sql`false`)} and not ${closedForAll})`;

/** The assignments that keep keys back from a person, or from any of several. @param whose what follows a person's id */
const keeping = (whose: SQL) => sql`enrolments e
  join assignments on assignments.class_id = e.class_id and assignments.removed_at is null
  join terms on terms.assignment_id = assignments.id and terms.person_id = e.person_id
  where e.person_id ${whose} and e.role = 'student' and e.removed_at is null and ${keepsKeysBack}`;

/** The same, found once for a statement that looks at them in several ways: to be named `kept`. */
const keptOnce = (whose: SQL) => sql`materialized (
  select distinct assignments.id, assignments.quiz, assignments.title, assignments.created_at, e.person_id from ${keeping(whose)})`;

/** The questions of attempts, for `from`: rows of `item_id`. @param which over the attempts `t` */
const questionsMet = (which: SQL) => sql`(select v.item_id from attempts t
  join attempt_slots s on s.attempt_id = t.id join item_versions v on v.id = s.item_version_id where ${which})`;

/** A copy of a question tells its key as well as itself, so questions are the same by where they came from. */
const originOf = (item: SQL) => sql`(select coalesce(i.origin_id, i.id) from items i where i.id = ${item})`;
const origins = (questions: SQL) => sql`(select coalesce(i.origin_id, i.id) as origin
  from ${questions} q join items i on i.id = q.item_id)`;

/** What quizzes of `kept` ask or may draw, and what students got of its assignments: `quiz` or `id`, and `origin`. */
const given = sql`(select quizzes.quiz, asked.origin from (select distinct quiz from kept) quizzes
  cross join lateral ${origins(questionsOf(sql`quizzes.quiz`))} asked)`;
const met = sql`(select kept.id, got.origin from kept
  cross join lateral ${origins(questionsMet(sql`t.assignment_id = kept.id and t.person_id = kept.person_id`))} got)`;

/**
 * The origins of all questions that are kept back from any of these people, for `from`: rows of `origin`. They are found once
 * for a statement, however many questions it asks about; to ask anew for each takes Postgres longer to plan than to do.
 */
export const originsHeldBack = (personIds: string[]) => sql`(with kept as ${keptOnce(sql`in ${personIds}`)}
  select origin from ${given} given union select origin from ${met} met)`;

/** Whether this question is kept back from this person. @param item an expression for the question's id */
export const heldBack = (person: Pick<Person, "id">, item: SQL) =>
  sql<boolean>`(${originOf(item)} in (select origin from ${originsHeldBack([person.id])} held))`;

/** Whether an attempt in practice has a question that is kept back from its person. @param attempt an expression for its id */
export const practiceHeldBack = (person: Pick<Person, "id">, attempt: SQL) =>
  sql<boolean>`coalesce((select bool_or(own.origin in (select origin from ${originsHeldBack([person.id])} held))
    from ${origins(questionsMet(sql`t.id = ${attempt}`))} own), false)`;

/**
 * Why this person may not practise a quiz now: an assignment of it, or of another that asks or may draw one of its
 * questions, keeps its keys back.
 * @param person a guest is in no class, and is not looked up
 * @param attempt a practice attempt: then its own questions count, whatever the quiz asks by now
 * @returns the assignment's title, or null when practice is open
 */
export async function practiceClosedBy(
  { id, guest }: Pick<Person, "id" | "guest">,
  quiz: string,
  attempt?: string,
): Promise<string | null> {
  if (guest) return null;
  const [found] = await (attempt ? closedByAttempt({ id, quiz, attempt }) : closedByQuiz({ id, quiz }));
  return found?.title ?? null;
}

const closedBy = (own: SQL) =>
  wordedRows<{ title: string }>(sql`
    with kept as ${keptOnce(sql`= ${sql.placeholder("id")}::uuid`)}, own as materialized (select origin from ${origins(own)} own)
    select title from kept where quiz = ${sql.placeholder("quiz")}
      or quiz in (select quiz from ${given} given where origin in (select origin from own))
      or id in (select id from ${met} met where origin in (select origin from own))
    order by created_at desc limit 1`);
const closedByQuiz = closedBy(questionsOf(sql`${sql.placeholder("quiz")}::text`));
const closedByAttempt = closedBy(questionsMet(sql`t.id = ${sql.placeholder("attempt")}::uuid`));

/**
 * The assignments that keep this question's key back from students of a class, each with how many: what everybody in the
 * room can read must not show it. The assignment itself comes first.
 */
export function keysHeldBackFrom(
  { id, classId }: SeenAssignment,
  itemId: string,
): Promise<{ title: string; students: number }[]> {
  return rows(sql`
    with keeping as (
      select assignments.id, assignments.quiz, assignments.title, count(*)::int as students from enrolments seat
      join enrolments e on e.person_id = seat.person_id and e.role = 'student' and e.removed_at is null
      join assignments on assignments.class_id = e.class_id and assignments.removed_at is null and assignments.quiz is not null
      join terms on terms.assignment_id = assignments.id and terms.person_id = e.person_id
      where seat.class_id = ${classId}::uuid and seat.role = 'student' and seat.removed_at is null and ${keepsKeysBack}
      group by assignments.id)
    select title, students from keeping where id = ${id}::uuid
      or exists (select 1 from ${origins(questionsOf(sql`keeping.quiz`))} given where given.origin = ${originOf(sql`${itemId}`)})
    order by id = ${id}::uuid desc, title`);
}

/** Where questions of a test show their keys while it is not over: another assignment, practice of a quiz, or a lesson. */
export type KeyElsewhere = { test: string; shownBy: string; where: "assignment" | "practice" | "lesson" };

/**
 * Which keys of an assignment's questions are told too early: by another assignment to the same students, by practice that
 * is open to everybody, which who is not signed in may use, or by a lesson that asks them as its checks; or by this one,
 * for another that is a test. By titles, with the class when it is another one of this teacher's.
 */
export function keysElsewhere({ id, classId, viewer }: SeenAssignment): Promise<KeyElsewhere[]> {
  const asked = (of: SQL) => sql`(select origin from ${origins(questionsOf(sql`${of}.quiz`))} given
    union select origin from ${origins(questionsMet(sql`t.assignment_id = ${of}.id`))} met)`;
  const title = (of: SQL) => sql`${of}.title || case when ${of}.class_id = ${classId}::uuid then ''
    else ' (' || (select name from classes where classes.id = ${of}.class_id) || ')' end`;
  return rows<KeyElsewhere>(sql`
    with near as (select mine.class_id from enrolments mine
      where mine.person_id = ${viewer.id}::uuid and mine.role = 'teacher' and mine.removed_at is null
        and (mine.class_id = ${classId}::uuid or exists (select 1 from enrolments here join enrolments there using (person_id, role)
          where here.class_id = ${classId}::uuid and there.class_id = mine.class_id and role = 'student'
            and here.removed_at is null and there.removed_at is null)))
    select ${title(sql`test`)} as test, shower.title as "shownBy", shower."where"
    from assignments test
    cross join lateral (
      select ${title(sql`other`)} as title, 'assignment' as "where" from assignments other
      where other.class_id = any(array(select class_id from near)) and other.id <> test.id and other.removed_at is null
        and ${id}::uuid in (test.id, other.id)
        and ${keyOut(sql`other`)} < coalesce(test.closes_at, 'infinity')
        and exists (select 1 from ${asked(sql`test`)} one join ${asked(sql`other`)} two on two.origin = one.origin)
      union all
      select quizzes.title, 'practice' from quizzes
      where test.id = ${id}::uuid and quizzes.live and quizzes.practice = 'everybody'
        and exists (select 1 from ${asked(sql`test`)} one join ${origins(questionsOf(sql`quizzes.slug`))} two on two.origin = one.origin)
      union all
      select '', 'lesson' where test.id = ${id}::uuid
        and exists (select 1 from ${asked(sql`test`)} one join items i on i.id = one.origin and ${isLessonCheck})
    ) shower
    where test.class_id = any(array(select class_id from near)) and test.removed_at is null
      and coalesce(test.closes_at > now(), true) and test.key_when not in ('now', 'submit')
    order by shower."where", 1, 2`);
}

/** When the key of an assignment is shown first. */
const keyOut = (of: SQL) => sql`case ${of}.key_when when 'due' then ${of}.due_at when 'close' then ${of}.closes_at
  when 'never' then 'infinity' else coalesce(${of}.opens_at, '-infinity') end`;
