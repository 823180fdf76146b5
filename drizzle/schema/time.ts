import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  pgView,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { assignments } from "./assignments";
import { attempts } from "./attempts";
import { factor, groups } from "./classes";
import { moment } from "./moment";
import { people } from "./people";

// One row is one student's exception from one assignment. What is null is as for everybody.
export const overrides = pgTable(
  "overrides",
  {
    assignmentId: uuid()
      .notNull()
      .references(() => assignments.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    opensAt: timestamp({ withTimezone: true }),
    dueAt: timestamp({ withTimezone: true }),
    closesAt: timestamp({ withTimezone: true }),
    attemptsAllowed: integer(),
    limitMinutes: integer(),
    /** Empty: none is asked for. */
    password: text(),
    setBy: uuid()
      .notNull()
      .references(() => people.id),
    setAt: moment(),
    removedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.assignmentId, t.personId] }),
    check("overrides_attempts", sql`${t.attemptsAllowed} between 1 and 20`),
    check("overrides_limit", sql`${t.limitMinutes} between 1 and 1440`),
  ],
);

// One row is the exception of one group from one assignment. A student's own exception goes before it; of several groups
// the kindest date and number holds.
export const groupOverrides = pgTable(
  "group_overrides",
  {
    assignmentId: uuid()
      .notNull()
      .references(() => assignments.id),
    groupId: uuid()
      .notNull()
      .references(() => groups.id),
    opensAt: timestamp({ withTimezone: true }),
    dueAt: timestamp({ withTimezone: true }),
    closesAt: timestamp({ withTimezone: true }),
    attemptsAllowed: integer(),
    limitMinutes: integer(),
    /** Empty: none is asked for. */
    password: text(),
    setBy: uuid()
      .notNull()
      .references(() => people.id),
    setAt: moment(),
    removedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.assignmentId, t.groupId] }),
    check("group_overrides_attempts", sql`${t.attemptsAllowed} between 1 and 20`),
    check("group_overrides_limit", sql`${t.limitMinutes} between 1 and 1440`),
  ],
);

// One row is a few minutes that a teacher added to one attempt under way.
export const addedMinutes = pgTable(
  "added_minutes",
  {
    id: uuid().primaryKey(),
    attemptId: uuid()
      .notNull()
      .references(() => attempts.id, { onDelete: "cascade" }),
    minutes: integer().notNull(),
    why: text().notNull(),
    addedBy: uuid()
      .notNull()
      .references(() => people.id),
    addedAt: moment(),
  },
  (t) => [index("added_minutes_of").on(t.attemptId), check("added_minutes_range", sql`${t.minutes} between 1 and 240`)],
);

// One row is what one assignment is to one person of its class: its dates and rules, their override or their groups', their
// accommodation. A student to whom it was not given has none, unless they began it. `closes_at` is the moment after which
// nothing can be started: the due date where late work is not taken. It goes from a person to their few groups, not from an
// assignment to everybody who is in one: a report asks it of a whole class.
export const terms = pgView("terms", {
  assignmentId: uuid().notNull(),
  personId: uuid().notNull(),
  opensAt: timestamp({ withTimezone: true }),
  dueAt: timestamp({ withTimezone: true }),
  closesAt: timestamp({ withTimezone: true }),
  attemptsAllowed: integer().notNull(),
  limitMinutes: integer(),
  password: text(),
  timeFactor: factor(),
  noTimer: boolean().notNull(),
  calm: boolean().notNull(),
}).as(sql`
  select a.id as assignment_id, e.person_id,
    coalesce(o.opens_at, g.opens_at, a.opens_at) as opens_at,
    coalesce(o.due_at, g.due_at, a.due_at) as due_at,
    case when a.late_allowed then coalesce(o.closes_at, g.closes_at, a.closes_at)
      else least(coalesce(o.due_at, g.due_at, a.due_at), coalesce(o.closes_at, g.closes_at, a.closes_at)) end as closes_at,
    coalesce(o.attempts_allowed, g.attempts_allowed, a.attempts_allowed) + e.extra_attempts as attempts_allowed,
    coalesce(o.limit_minutes, g.limit_minutes, a.limit_minutes) as limit_minutes,
    nullif(coalesce(o.password, g.password, a.password), '') as password,
    e.time_factor, e.no_timer, e.calm
  from assignments a
  join enrolments e on e.class_id = a.class_id
  left join overrides o on o.assignment_id = a.id and o.person_id = e.person_id and o.removed_at is null
  left join lateral (
    select min(x.opens_at) as opens_at, max(x.due_at) as due_at, max(x.closes_at) as closes_at,
      max(x.attempts_allowed) as attempts_allowed, max(x.limit_minutes) as limit_minutes, min(x.password) as password
    from group_members m
    join groups on groups.id = m.group_id and groups.removed_at is null
    join group_overrides x on x.group_id = m.group_id and x.assignment_id = a.id and x.removed_at is null
    where m.person_id = e.person_id and m.class_id = e.class_id) g on true
  where a.everybody or e.role <> 'student'
    or exists (select 1 from assignment_targets t where t.assignment_id = a.id and t.person_id = e.person_id)
    or exists (select 1 from group_members m
      join groups on groups.id = m.group_id and groups.removed_at is null
      join assignment_targets t on t.assignment_id = a.id and t.group_id = m.group_id
      where m.person_id = e.person_id and m.class_id = e.class_id)
    or exists (select 1 from attempts t where t.assignment_id = a.id and t.person_id = e.person_id)`);
