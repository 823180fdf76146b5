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
import { assignments, attempts } from "./attempts";
import { moment } from "./moment";
import { factor, people } from "./people";

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

// One row is what one assignment is to one person of its class: its dates and rules, their override, their accommodation.
// `closes_at` is the moment after which nothing can be started: the due date where late work is not taken.
export const terms = pgView("terms", {
  assignmentId: uuid().notNull(),
  personId: uuid().notNull(),
  opensAt: timestamp({ withTimezone: true }),
  dueAt: timestamp({ withTimezone: true }),
  closesAt: timestamp({ withTimezone: true }),
  attemptsAllowed: integer().notNull(),
  limitMinutes: integer(),
  timeFactor: factor(),
  noTimer: boolean().notNull(),
}).as(sql`
  select a.id as assignment_id, e.person_id,
    coalesce(o.opens_at, a.opens_at) as opens_at,
    coalesce(o.due_at, a.due_at) as due_at,
    case when a.late_allowed then coalesce(o.closes_at, a.closes_at)
      else least(coalesce(o.due_at, a.due_at), coalesce(o.closes_at, a.closes_at)) end as closes_at,
    coalesce(o.attempts_allowed, a.attempts_allowed) + e.extra_attempts as attempts_allowed,
    coalesce(o.limit_minutes, a.limit_minutes) as limit_minutes,
    e.time_factor, e.no_timer
  from assignments a
  join enrolments e on e.class_id = a.class_id
  left join overrides o on o.assignment_id = a.id and o.person_id = e.person_id and o.removed_at is null`);
