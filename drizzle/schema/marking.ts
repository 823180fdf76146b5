import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { assignments } from "./assignments";
import { attempts, responses, score } from "./attempts";
import { itemVersions } from "./items";
import { moment } from "./moment";
import { people } from "./people";

// One row is one correction of one question for everybody who was given it in one assignment. `key` for those that have one.
export const repairs = pgTable(
  "repairs",
  {
    id: uuid().primaryKey(),
    assignmentId: uuid()
      .notNull()
      .references(() => assignments.id),
    itemVersionId: uuid()
      .notNull()
      .references(() => itemVersions.id),
    kind: text().notNull(),
    key: jsonb(),
    neverLower: boolean().notNull(),
    /** What the students concerned read. */
    note: text().notNull(),
    madeBy: uuid()
      .notNull()
      .references(() => people.id),
    madeAt: moment(),
    undoneBy: uuid().references(() => people.id),
    undoneAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index("repairs_of").on(t.assignmentId, t.itemVersionId),
    check("repairs_kind", sql`${t.kind} in ('accept', 'key', 'full marks', 'drop')`),
    check("repairs_key", sql`(${t.kind} in ('accept', 'key')) = (${t.key} is not null)`),
    check("repairs_undone", sql`(${t.undoneBy} is null) = (${t.undoneAt} is null)`),
  ],
);

// One row is one change of one mark: by whom (nobody: marked again by itself), when, why, and what stood there before.
export const marks = pgTable(
  "marks",
  {
    id: uuid().primaryKey(),
    attemptId: uuid().notNull(),
    slot: integer().notNull(),
    kind: text().notNull().default("hand"),
    markedBy: uuid().references(() => people.id),
    oldScore: score(),
    newScore: score(),
    /** Fractions and weights stand here for changes that are taken back to the last digit. */
    oldFraction: doublePrecision(),
    newFraction: doublePrecision(),
    oldWeight: score(),
    newWeight: score(),
    comment: text().notNull().default(""),
    /** Places in the rubric that were ticked, from 0. */
    criteria: integer().array(),
    repairId: uuid().references(() => repairs.id),
    markedAt: moment(),
  },
  (t) => [
    foreignKey({ columns: [t.attemptId, t.slot], foreignColumns: [responses.attemptId, responses.slot] }).onDelete(
      "cascade",
    ),
    index("marks_of").on(t.attemptId, t.slot, t.markedAt),
    index("marks_repair").on(t.repairId),
    check("marks_kind", sql`${t.kind} in ('hand', 'override', 'taken back', 'automatic', 'repair', 'repair undone')`),
    check("marks_by", sql`(${t.kind} = 'automatic') = (${t.markedBy} is null)`),
    check("marks_of_repair", sql`(${t.kind} in ('repair', 'repair undone')) = (${t.repairId} is not null)`),
    check("marks_why", sql`${t.kind} <> 'override' or ${t.comment} <> ''`),
    check("marks_given", sql`${t.newScore} is not null or ${t.kind} in ('automatic', 'repair undone')`),
  ],
);

// One row is one thing a teacher did to one attempt, and how it stood before, so that it can be taken back.
export const attemptEvents = pgTable(
  "attempt_events",
  {
    id: uuid().primaryKey(),
    attemptId: uuid()
      .notNull()
      .references(() => attempts.id, { onDelete: "cascade" }),
    kind: text().notNull(),
    doneBy: uuid()
      .notNull()
      .references(() => people.id),
    doneAt: moment(),
    why: text().notNull(),
    submittedAt: timestamp({ withTimezone: true }),
    deadline: timestamp({ withTimezone: true }),
  },
  (t) => [
    index("attempt_events_of").on(t.attemptId, t.doneAt),
    check("attempt_events_kind", sql`${t.kind} in ('reopened', 'closed again', 'voided', 'returned')`),
    check("attempt_events_why", sql`${t.kind} in ('closed again', 'returned') or ${t.why} <> ''`),
  ],
);
