import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { assignments, attempts, terms } from "#drizzle/schema";
import type { Aspect, Shown } from "./review-matrix";

/*
 * The one place that decides what students see of a result and when. Each fragment stands in a query over `attempts` with
 * `assignments` and the owner's `terms` left-joined.
 */

/**
 * The joins of `assignments` and the owner's `terms` to somebody's `attempts`, for `from`. Both are looked up by their keys, which
 * "offset 0" keeps Postgres from doing otherwise: it read the table of all assignments for three attempts.
 */
export const withTerms = sql`left join lateral (select * from assignments a where a.id = attempts.assignment_id offset 0) assignments on true
  left join lateral (select * from terms t where t.assignment_id = attempts.assignment_id and t.person_id = attempts.person_id offset 0) terms on true`;

/**
 * Whether nobody can work on the assignment any more: it is closed for each of its class, and no attempt is under way. The
 * first one for whom it is not is looked for by `limit`: Postgres plans an `exists` twice, and it stands in many statements.
 */
export const closedForAll = sql<boolean>`((select true from terms every where every.assignment_id = assignments.id and coalesce(every.closes_at > now(), true)
    and not exists (select 1 from enrolments gone where gone.class_id = assignments.class_id and gone.person_id = every.person_id and gone.removed_at is not null) limit 1) is null
  and not exists (select 1 from attempts running where running.assignment_id = assignments.id and running.state = 'in_progress'
    and not coalesce(now() > running.deadline + running.grace_seconds * interval '1 s', false)))`;

/**
 * Whether the moment of the matrix has come for an assignment, whatever the attempt.
 * @param closed whether it is closed for all, where a query has found that out already
 */
export const momentIsThere = (when: SQL, closed: SQL = closedForAll) =>
  sql<boolean>`case ${when} when 'now' then true when 'submit' then true
  when 'due' then coalesce(terms.due_at <= now(), false) when 'close' then ${closed} else false end`;

const isOver = sql`${attempts.state} <> 'in_progress'`;
const otherIsOpen = sql`exists (select 1 from attempts other where other.assignment_id = ${attempts.assignmentId}
  and other.person_id = ${attempts.personId} and other.state = 'in_progress')`;

const out = (when: SQL) =>
  sql<boolean>`(${isOver} and (${assignments.id} is null or (${momentIsThere(when)} and not ${otherIsOpen})))`;

const { marksWhen, correctnessWhen, feedbackWhen, keyWhen } = assignments;

/** What the owner of an attempt that is over may see of it now. Practice shows everything. */
export const shown = {
  marks: out(sql`${marksWhen}`),
  correctness: out(sql`${correctnessWhen}`),
  feedback: out(sql`${feedbackWhen}`),
  key: out(sql`${keyWhen}`),
};

const each = (aspect: Aspect, when: SQLWrapper) =>
  sql`'${sql.raw(aspect)}', ${isOver} and (${assignments.id} is null or (moment.mine and ${momentIsThere(sql`${when}`, sql`moment.closed`)}))`;

/** The same for all aspects, in one value: what they share is looked up once, and only where it counts. */
export const shownAll = sql<Shown>`(select json_build_object(${each("marks", marksWhen)}, ${each("correctness", correctnessWhen)},
    ${each("feedback", feedbackWhen)}, ${each("key", keyWhen)})
  from (select case when ${isOver} and ${assignments.id} is not null then not ${otherIsOpen} end as mine,
      case when ${isOver} and 'close' in (${marksWhen}, ${correctnessWhen}, ${feedbackWhen}, ${keyWhen}) then ${closedForAll} end as closed
    offset 0) moment)`;

/** When it is decided for an assignment, each aspect by itself; null in practice. */
export const matrix = {
  marks: assignments.marksWhen,
  correctness: assignments.correctnessWhen,
  feedback: assignments.feedbackWhen,
  key: assignments.keyWhen,
};

/** The next moment by the calendar at which something more is shown; null when nothing is planned. */
export const shownNext = sql<Date | null>`(select min(at) from (values
    (case when 'due' in (${assignments.marksWhen}, ${assignments.correctnessWhen}, ${assignments.feedbackWhen}, ${assignments.keyWhen}) then ${terms.dueAt} end),
    (case when 'close' in (${assignments.marksWhen}, ${assignments.correctnessWhen}, ${assignments.feedbackWhen}, ${assignments.keyWhen})
      then (select max(every.closes_at) from terms every where every.assignment_id = ${assignments.id}) end)
  ) as next(at) where at > now())`.mapWith(attempts.startedAt);
