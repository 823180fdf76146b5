import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { itemVersions, quizzes } from "./items";
import { moment } from "./moment";
import { classes, factor, people } from "./people";

const score = () => numeric({ precision: 8, scale: 4, mode: "number" });

// One row is one quiz given to one class, with its dates and rules.
export const assignments = pgTable(
  "assignments",
  {
    id: uuid().primaryKey(),
    classId: uuid()
      .notNull()
      .references(() => classes.id),
    quiz: text()
      .notNull()
      .references(() => quizzes.slug),
    title: text().notNull(),
    opensAt: timestamp({ withTimezone: true }),
    dueAt: timestamp({ withTimezone: true }),
    closesAt: timestamp({ withTimezone: true }),
    attemptsAllowed: integer().notNull(),
    limitMinutes: integer(),
    graceSeconds: integer().notNull().default(30),
    lateAllowed: boolean().notNull().default(true),
    reviewWhen: text().notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: moment(),
    removedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index("assignments_class").on(t.classId),
    check("assignments_attempts", sql`${t.attemptsAllowed} between 1 and 20`),
    check("assignments_limit", sql`${t.limitMinutes} between 1 and 1440`),
    check("assignments_grace", sql`${t.graceSeconds} between 0 and 300`),
    check(
      "assignments_review",
      sql`${t.reviewWhen} in ('after_submit', 'after_close') and (${t.reviewWhen} = 'after_submit' or ${t.closesAt} is not null)`,
    ),
    check(
      "assignments_dates",
      sql`coalesce(${t.opensAt} <= ${t.dueAt}, true) and coalesce(${t.dueAt} <= ${t.closesAt}, true) and coalesce(${t.opensAt} < ${t.closesAt}, true)`,
    ),
  ],
);

// One row is one go of one person at one quiz. Its settings are pinned when it starts.
export const attempts = pgTable(
  "attempts",
  {
    id: uuid().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    quiz: text()
      .notNull()
      .references(() => quizzes.slug),
    assignmentId: uuid().references(() => assignments.id),
    classId: uuid().references(() => classes.id),
    /** A teacher's own look at a quiz as its students meet it. It is nobody's work and in no report. */
    trial: boolean().notNull().default(false),
    /** The assignment whose dates and rules a trial goes by, and the student whose they are; null: nobody in particular. */
    trialOf: uuid().references(() => assignments.id, { onDelete: "cascade" }),
    trialAs: uuid().references(() => people.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    state: text().notNull(),
    seed: integer().notNull(),
    startedAt: moment(),
    deadline: timestamp({ withTimezone: true }),
    graceSeconds: integer().notNull().default(30),
    limitMinutes: integer(),
    timeFactor: factor(),
    /** Pages, navigation and sections as they were at the start: see `Layout`. Null: three a page, in order, free. */
    layout: jsonb(),
    /** Where one goes on only forwards: the place of the first question that may still be answered. */
    fromPlace: integer().notNull().default(1),
    submittedAt: timestamp({ withTimezone: true }),
    score: score(),
    maxScore: score().notNull(),
  },
  (t) => [
    check("attempts_state", sql`${t.state} in ('in_progress', 'submitted', 'marked', 'void')`),
    check("attempts_submitted", sql`(${t.state} = 'in_progress') = (${t.submittedAt} is null) or ${t.state} = 'void'`),
    check("attempts_final", sql`(${t.state} = 'marked') = (${t.score} is not null) or ${t.state} = 'void'`),
    check("attempts_grace", sql`${t.graceSeconds} between 0 and 300`),
    check("attempts_factor", sql`${t.timeFactor} between 1 and 4`),
    uniqueIndex("attempts_number").on(t.assignmentId, t.personId, t.number),
    uniqueIndex("attempts_open").on(t.assignmentId, t.personId).where(sql`${t.state} = 'in_progress'`),
    uniqueIndex("attempts_practice_open")
      .on(t.quiz, t.personId)
      .where(sql`${t.state} = 'in_progress' and ${t.assignmentId} is null and not ${t.trial}`),
    uniqueIndex("attempts_trial").on(t.personId).where(sql`${t.trial}`),
    check(
      "attempts_trial_alone",
      sql`case when ${t.trial} then ${t.assignmentId} is null else ${t.trialOf} is null and ${t.trialAs} is null end`,
    ),
    index("attempts_person").on(t.personId, t.quiz),
    index("attempts_class").on(t.classId, t.assignmentId),
  ],
);

// One row is one question of one attempt: the wording it was started with, what it is worth. `slot` is its place in the
// quiz, by which reports know it; `place` is where this student meets it.
export const attemptSlots = pgTable(
  "attempt_slots",
  {
    attemptId: uuid()
      .notNull()
      .references(() => attempts.id, { onDelete: "cascade" }),
    slot: integer().notNull(),
    itemVersionId: uuid()
      .notNull()
      .references(() => itemVersions.id),
    weight: score().notNull(),
    place: integer().notNull(),
    section: integer(),
    flagged: boolean().notNull().default(false),
    hintsTaken: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.attemptId, t.slot] }),
    index("attempt_slots_item").on(t.itemVersionId),
    uniqueIndex("attempt_slots_place").on(t.attemptId, t.place),
  ],
);

// One row is one answer somebody made, even a late one. Only ever added to. A null response is a cleared answer.
export const answerLog = pgTable(
  "answer_log",
  {
    attemptId: uuid().notNull(),
    slot: integer().notNull(),
    client: text().notNull(),
    seq: integer().notNull(),
    madeAt: timestamp({ withTimezone: true }).notNull(),
    receivedAt: moment(),
    response: jsonb(),
    counted: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.attemptId, t.slot, t.client, t.seq] }),
    foreignKey({
      columns: [t.attemptId, t.slot],
      foreignColumns: [attemptSlots.attemptId, attemptSlots.slot],
    }).onDelete("cascade"),
  ],
);

// One row is the newest counted answer to one question of one attempt, and how it was marked.
export const responses = pgTable(
  "responses",
  {
    attemptId: uuid().notNull(),
    slot: integer().notNull(),
    response: jsonb(),
    madeAt: timestamp({ withTimezone: true }).notNull(),
    client: text().notNull(),
    seq: integer().notNull(),
    fraction: doublePrecision(),
    score: score(),
  },
  (t) => [
    primaryKey({ columns: [t.attemptId, t.slot] }),
    foreignKey({
      columns: [t.attemptId, t.slot],
      foreignColumns: [attemptSlots.attemptId, attemptSlots.slot],
    }).onDelete("cascade"),
    check("responses_fraction", sql`${t.fraction} between 0 and 1`),
    check("responses_score", sql`${t.score} >= 0`),
    check("responses_marked", sql`(${t.fraction} is null) = (${t.score} is null)`),
  ],
);

// One row is one mark a teacher gave by hand, with what stood there before.
export const marks = pgTable(
  "marks",
  {
    id: uuid().primaryKey(),
    attemptId: uuid().notNull(),
    slot: integer().notNull(),
    markedBy: uuid()
      .notNull()
      .references(() => people.id),
    oldScore: score(),
    newScore: score().notNull(),
    comment: text().notNull().default(""),
    markedAt: moment(),
  },
  (t) => [
    foreignKey({ columns: [t.attemptId, t.slot], foreignColumns: [responses.attemptId, responses.slot] }).onDelete(
      "cascade",
    ),
    index("marks_of").on(t.attemptId, t.slot, t.markedAt),
  ],
);
