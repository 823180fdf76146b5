import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { classes, enrolments, groups } from "./classes";
import { quizzes } from "./items";
import { lessons } from "./lessons";
import { moment } from "./moment";
import { people } from "./people";

/** How often an answer may be checked during the attempt. Null: it is not, and feedback waits. */
export const tries = () => integer();
/** The share of the credit that each check after the first costs. */
export const tryPenalty = () => numeric({ precision: 3, scale: 2, mode: "number" }).notNull().default(0);

// One row is one quiz, one lesson or both as one unit, given to one class, with its dates and rules.
export const assignments = pgTable(
  "assignments",
  {
    id: uuid().primaryKey(),
    classId: uuid()
      .notNull()
      .references(() => classes.id),
    /** Null: only a lesson to read. */
    quiz: text().references(() => quizzes.slug),
    lesson: text().references(() => lessons.slug),
    /** Only this section of the lesson. */
    section: text(),
    /** Whether the quiz opens for a student when they have finished the lesson. */
    lessonFirst: boolean().notNull().default(false),
    /** Whether a section's checks must be answered before the next section opens. */
    checksRequired: boolean().notNull().default(false),
    /** Whether it is for the whole class; if not, for its targets. */
    everybody: boolean().notNull().default(true),
    /** What students type before they start. It is said aloud in the room, so it is no secret from its teachers. */
    password: text(),
    /** What a student must have handed in first, and with how many percent of the points. */
    afterId: uuid().references((): AnyPgColumn => assignments.id),
    afterPercent: integer(),
    /** The misconception that it teaches again. */
    misconception: text(),
    title: text().notNull(),
    opensAt: timestamp({ withTimezone: true }),
    dueAt: timestamp({ withTimezone: true }),
    closesAt: timestamp({ withTimezone: true }),
    /** When a teacher stopped it by hand, and when it was to close before that. */
    stoppedAt: timestamp({ withTimezone: true }),
    closesBefore: timestamp({ withTimezone: true }),
    attemptsAllowed: integer().notNull(),
    limitMinutes: integer(),
    graceSeconds: integer().notNull().default(30),
    lateAllowed: boolean().notNull().default(true),
    /** When its students see each of these: 'now' (with each check), 'submit', 'due', 'close' (for everybody), 'never'. */
    marksWhen: text().notNull().default("submit"),
    correctnessWhen: text().notNull().default("submit"),
    feedbackWhen: text().notNull().default("submit"),
    keyWhen: text().notNull().default("submit"),
    tries: tries(),
    tryPenalty: tryPenalty(),
    asksConfidence: boolean().notNull().default(false),
    /** Which of several attempts stands for a student. */
    counts: text().notNull().default("highest"),
    /** From how many percent of the points it is passed; null: nothing is said of passing. */
    passPercent: integer(),
    createdBy: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: moment(),
    removedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index("assignments_class").on(t.classId),
    check("assignments_something", sql`${t.quiz} is not null or ${t.lesson} is not null`),
    check("assignments_section", sql`${t.section} is null or ${t.lesson} is not null`),
    check("assignments_lesson_first", sql`not ${t.lessonFirst} or (${t.lesson} is not null and ${t.quiz} is not null)`),
    check(
      "assignments_after",
      sql`${t.afterPercent} is null or (${t.afterId} is not null and ${t.afterPercent} between 1 and 100)`,
    ),
    check("assignments_after_itself", sql`${t.afterId} <> ${t.id}`),
    check("assignments_password", sql`${t.password} <> ''`),
    check("assignments_counts", sql`${t.counts} in ('highest', 'latest', 'first', 'average')`),
    check("assignments_pass", sql`${t.passPercent} between 1 and 100`),
    check("assignments_attempts", sql`${t.attemptsAllowed} between 1 and 20`),
    check("assignments_limit", sql`${t.limitMinutes} between 1 and 1440`),
    check("assignments_grace", sql`${t.graceSeconds} between 0 and 300`),
    check(
      "assignments_review",
      sql`array[${t.marksWhen}, ${t.correctnessWhen}, ${t.feedbackWhen}, ${t.keyWhen}] <@ array['now', 'submit', 'due', 'close', 'never']`,
    ),
    check(
      "assignments_review_dates",
      sql`(${t.closesAt} is not null or not 'close' = any(array[${t.marksWhen}, ${t.correctnessWhen}, ${t.feedbackWhen}, ${t.keyWhen}]))
        and (${t.dueAt} is not null or not 'due' = any(array[${t.marksWhen}, ${t.correctnessWhen}, ${t.feedbackWhen}, ${t.keyWhen}]))`,
    ),
    check("assignments_tries", sql`${t.tries} between 1 and 5 and ${t.tryPenalty} between 0 and 1`),
    check(
      "assignments_dates",
      // One that was stopped by hand closed before it was due, and is due at the same time when it is opened again.
      sql`coalesce(${t.opensAt} <= ${t.dueAt}, true) and coalesce(${t.opensAt} < ${t.closesAt}, true)
        and (${t.stoppedAt} is not null or coalesce(${t.dueAt} <= ${t.closesAt}, true))`,
    ),
  ],
);

// One row is one group or one student that an assignment is for, when it is not for the whole class.
export const assignmentTargets = pgTable(
  "assignment_targets",
  {
    assignmentId: uuid()
      .notNull()
      .references(() => assignments.id),
    classId: uuid().notNull(),
    groupId: uuid(),
    personId: uuid(),
  },
  (t) => [
    uniqueIndex("assignment_targets_group").on(t.assignmentId, t.groupId),
    uniqueIndex("assignment_targets_person").on(t.assignmentId, t.personId),
    foreignKey({
      name: "assignment_targets_in_group",
      columns: [t.groupId, t.classId],
      foreignColumns: [groups.id, groups.classId],
    }),
    foreignKey({
      name: "assignment_targets_enrolment",
      columns: [t.classId, t.personId],
      foreignColumns: [enrolments.classId, enrolments.personId],
    }),
    check("assignment_targets_one", sql`(${t.groupId} is null) <> (${t.personId} is null)`),
  ],
);
