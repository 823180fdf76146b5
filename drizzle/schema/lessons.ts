import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./moment";
import { people } from "./people";

// One row is one lesson of the course, at the version that is shown now.
export const lessons = pgTable("lessons", {
  slug: text().primaryKey(),
  number: integer().notNull(),
  version: integer().notNull(),
  hash: text().notNull(),
  front: jsonb().notNull(),
  live: boolean().notNull().default(true),
});

// One row is one wording a lesson had: its sections as checked trees, for good.
export const lessonVersions = pgTable(
  "lesson_versions",
  {
    lesson: text()
      .notNull()
      .references(() => lessons.slug),
    version: integer().notNull(),
    hash: text().notNull(),
    front: jsonb().notNull(),
    syncedAt: moment(),
  },
  (t) => [primaryKey({ columns: [t.lesson, t.version] })],
);

// One row is one page of one version of a lesson.
export const sections = pgTable(
  "sections",
  {
    lesson: text()
      .notNull()
      .references(() => lessons.slug),
    version: integer().notNull(),
    position: integer().notNull(),
    slug: text().notNull(),
    heading: text().notNull(),
    tree: jsonb().notNull(),
    // The ids of the ledger that the page cites. Looking for them in the tree takes a tenth of a second.
    cites: jsonb().generatedAlwaysAs(
      sql`jsonb_path_query_array(tree, 'strict $.**?(@.tagName == "kh-ref").properties.id')`,
    ),
  },
  (t) => [primaryKey({ columns: [t.lesson, t.version, t.slug] })],
);

// One row in all: what the course in this database was made from, so that a start does not read the same files again.
export const courseSyncs = pgTable(
  "course_syncs",
  {
    only: boolean().primaryKey().default(true),
    digest: text(),
    syncedAt: moment(),
  },
  (t) => [check("course_syncs_only", sql`${t.only}`)],
);

// One row is one thing a learner can do after a lesson; items and reports point at it.
export const objectives = pgTable("objectives", {
  id: text().primaryKey(),
  lesson: text().notNull(),
  statement: text().notNull(),
  bloom: text().notNull(),
});

// One row is one entry of the ledger: a claim of an article, background, a doubtful passage, a reader's comment or how it is
// sorted (for teachers), an article, a term, a misconception, a pair of services, an
// event or an investigation of the lab, as its content file has it.
export const ledger = pgTable(
  "ledger",
  {
    kind: text().notNull(),
    id: text().notNull(),
    position: integer().notNull(),
    entry: jsonb().notNull(),
    live: boolean().notNull().default(true),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.id] }),
    check(
      "ledger_kind",
      sql`${t.kind} in ('claim', 'background', 'doubt', 'comment', 'comment-key', 'source', 'term', 'misconception', 'pair', 'event', 'investigation')`,
    ),
  ],
);

// One row is one section that one person has marked as read.
export const readingProgress = pgTable(
  "reading_progress",
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    lesson: text()
      .notNull()
      .references(() => lessons.slug),
    section: text().notNull(),
    readAt: moment(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.lesson, t.section] })],
);

// One row is when somebody who is signed in opened one section first.
export const sectionOpenings = pgTable(
  "section_openings",
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    lesson: text()
      .notNull()
      .references(() => lessons.slug),
    section: text().notNull(),
    openedAt: moment(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.lesson, t.section] })],
);

// One row is one thing a person put into a lesson: a prediction, a check's answer, a reflection. Never changed.
export const lessonAnswers = pgTable(
  "lesson_answers",
  {
    id: uuid().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    lesson: text()
      .notNull()
      .references(() => lessons.slug),
    block: text().notNull(),
    kind: text().notNull(),
    value: jsonb().notNull(),
    // Whether the reader lets their teachers read it: only of a reflection.
    shared: boolean().notNull().default(false),
    madeAt: moment(),
  },
  (t) => [
    check("lesson_answers_kind", sql`${t.kind} in ('predict', 'check', 'reflect', 'lab', 'sort', 'pair')`),
    check("lesson_answers_shared", sql`${t.kind} = 'reflect' or not ${t.shared}`),
    index("lesson_answers_of").on(t.personId, t.lesson, t.block, t.madeAt),
  ],
);

// One row is one prediction in the lab: what each observer would learn of one message, before it ran. Never changed.
export const labPredictions = pgTable(
  "lab_predictions",
  {
    id: uuid().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    // Where the lab stood: a block of a lesson, or both null on its own page.
    lesson: text().references(() => lessons.slug),
    block: text(),
    investigation: text(),
    // The five switches as T1I0D0E0W1.
    settings: text().notNull(),
    // By observer: content, metadata or nothing.
    predicted: jsonb().notNull(),
    // How many of the seven are right.
    hits: smallint().notNull(),
    hinted: boolean().notNull().default(false),
    madeAt: moment(),
  },
  (t) => [
    check("lab_predictions_settings", sql`${t.settings} ~ '^T[01]I[01]D[01]E[01]W[01]$'`),
    check("lab_predictions_hits", sql`${t.hits} between 0 and 7`),
    check("lab_predictions_place", sql`(${t.lesson} is null) = (${t.block} is null)`),
    index("lab_predictions_of").on(t.personId, t.settings, t.madeAt),
  ],
);
