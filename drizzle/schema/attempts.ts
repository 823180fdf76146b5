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
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { assignments, tries, tryPenalty } from "./assignments";
import { classes, factor } from "./classes";
import { itemVersions, quizzes } from "./items";
import { moment } from "./moment";
import { people } from "./people";

export const score = () => numeric({ precision: 8, scale: 4, mode: "number" });

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
    tries: tries(),
    tryPenalty: tryPenalty(),
    asksConfidence: boolean().notNull().default(false),
    /** Slots whose last check was made: no later answer to them counts. */
    settled: integer().array().notNull().default(sql`'{}'::int[]`),
    /** Where one goes on only forwards: the place of the first question that may still be answered. */
    fromPlace: integer().notNull().default(1),
    /** Grows with each answer and check that comes: who has read them need not again while it stands. */
    revision: integer().notNull().default(0),
    submittedAt: timestamp({ withTimezone: true }),
    score: score(),
    maxScore: score().notNull(),
  },
  (t) => [
    check("attempts_state", sql`${t.state} in ('in_progress', 'submitted', 'marked', 'void')`),
    check("attempts_submitted", sql`(${t.state} = 'in_progress') = (${t.submittedAt} is null) or ${t.state} = 'void'`),
    check("attempts_final", sql`(${t.state} = 'marked') = (${t.score} is not null) or ${t.state} = 'void'`),
    check("attempts_grace", sql`${t.graceSeconds} between 0 and 300`),
    check("attempts_tries", sql`${t.tries} between 1 and 5 and ${t.tryPenalty} between 0 and 1`),
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
    confidence: smallint(),
    counted: boolean().notNull(),
  },
  (t) => [
    check("answer_log_confidence", sql`${t.confidence} between 1 and 3`),
    primaryKey({ columns: [t.attemptId, t.slot, t.client, t.seq] }),
    foreignKey({
      columns: [t.attemptId, t.slot],
      foreignColumns: [attemptSlots.attemptId, attemptSlots.slot],
    }).onDelete("cascade"),
  ],
);

// One row is one check of one answer during an attempt, where its quiz allows tries: what was checked and what it earned.
export const answerChecks = pgTable(
  "answer_checks",
  {
    attemptId: uuid().notNull(),
    slot: integer().notNull(),
    number: integer().notNull(),
    response: jsonb().notNull(),
    fraction: doublePrecision().notNull(),
    checkedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.attemptId, t.slot, t.number] }),
    foreignKey({
      columns: [t.attemptId, t.slot],
      foreignColumns: [attemptSlots.attemptId, attemptSlots.slot],
    }).onDelete("cascade"),
    check("answer_checks_fraction", sql`${t.fraction} between 0 and 1`),
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
    confidence: smallint(),
    fraction: doublePrecision(),
    score: score(),
  },
  (t) => [
    primaryKey({ columns: [t.attemptId, t.slot] }),
    foreignKey({
      columns: [t.attemptId, t.slot],
      foreignColumns: [attemptSlots.attemptId, attemptSlots.slot],
    }).onDelete("cascade"),
    check("responses_confidence", sql`${t.confidence} between 1 and 3`),
    check("responses_fraction", sql`${t.fraction} between 0 and 1`),
    check("responses_score", sql`${t.score} >= 0`),
    check("responses_marked", sql`(${t.fraction} is null) = (${t.score} is null)`),
  ],
);
