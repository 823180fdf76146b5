import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
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
import { objectives } from "./lessons";
import { moment } from "./moment";
import { people } from "./people";

const noTexts = sql`'{}'::text[]`;

// One row is one question through all its wordings. Without an owner it came with the course and is edited in its file.
export const items = pgTable(
  "items",
  {
    id: text().primaryKey(),
    ownerId: uuid().references(() => people.id),
    state: text().notNull().default("ready"),
    /** Whether other teachers of this installation may edit it too. */
    shared: boolean().notNull().default(false),
    tags: text().array().notNull().default(noTexts),
    copiedFrom: text().references((): AnyPgColumn => items.id),
    /** The question that it is a copy of, through however many copies; null for one that is none. */
    originId: text().references((): AnyPgColumn => items.id),
    createdAt: moment(),
  },
  (t) => [check("items_state", sql`${t.state} in ('draft', 'ready', 'retired')`), index("items_owner").on(t.ownerId)],
);

// One row is one wording of one question, never changed. The key and the feedback are secret, so they stand apart. Without
// a key it is a question for an opinion, which nobody marks. `change` says whether the meaning changed or only the words.
export const itemVersions = pgTable(
  "item_versions",
  {
    id: uuid().primaryKey(),
    itemId: text()
      .notNull()
      .references(() => items.id),
    version: integer().notNull(),
    interaction: text().notNull(),
    stem: text().notNull(),
    body: jsonb().notNull(),
    key: jsonb(),
    feedback: jsonb().notNull(),
    hints: text().array().notNull().default(noTexts),
    difficulty: text().notNull(),
    read: text(),
    sources: text().array().notNull(),
    hash: text().notNull(),
    change: text().notNull().default("meaning"),
    authorId: uuid().references(() => people.id),
    createdAt: moment(),
  },
  (t) => [
    uniqueIndex("item_versions_number").on(t.itemId, t.version),
    check("item_versions_change", sql`${t.change} in ('meaning', 'words')`),
  ],
);

// One row says that one wording of a question measures one objective.
export const itemObjectives = pgTable(
  "item_objectives",
  {
    itemVersionId: uuid()
      .notNull()
      .references(() => itemVersions.id),
    objectiveId: text()
      .notNull()
      .references(() => objectives.id),
  },
  (t) => [primaryKey({ columns: [t.itemVersionId, t.objectiveId] })],
);

// One row is one quiz. `practice` says who may take it outside an assignment. Without an owner it came with the course.
export const quizzes = pgTable(
  "quizzes",
  {
    slug: text().primaryKey(),
    title: text().notNull(),
    lesson: text(),
    practice: text().notNull(),
    hash: text().notNull().default(""),
    live: boolean().notNull().default(true),
    ownerId: uuid().references(() => people.id),
    /** Whether other teachers of this installation may edit it too. */
    shared: boolean().notNull().default(false),
    intro: text().notNull().default(""),
    perPage: integer().notNull().default(3),
    /** Whether one goes on only forwards. */
    sequential: boolean().notNull().default(false),
    shuffleQuestions: boolean().notNull().default(false),
    shuffleOptions: boolean().notNull().default(true),
    /** What is said about the whole, by the share of points reached: `{ v: 1, bands: [{ from, text }] }`. */
    bands: jsonb(),
    changedAt: timestamp({ withTimezone: true }),
    /** What was done last, by whom, and how the quiz was before it: `{ v: 1, said, by, before }`, so that it can be undone. */
    lastChange: jsonb(),
  },
  (t) => [
    check("quizzes_practice", sql`${t.practice} in ('everybody', 'class', 'nobody')`),
    check("quizzes_per_page", sql`${t.perPage} between 1 and 100`),
    index("quizzes_owner").on(t.ownerId),
  ],
);

// One row is one part of a quiz with a heading: a text before its questions, and a stimulus that stays beside each of them.
export const quizSections = pgTable(
  "quiz_sections",
  {
    quiz: text()
      .notNull()
      .references(() => quizzes.slug, { onDelete: "cascade" }),
    position: integer().notNull(),
    heading: text().notNull(),
    text: text().notNull().default(""),
    stimulus: text().notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.quiz, t.position] })],
);

// One row is one place in a quiz: which question, or what to draw one by, worth how many points. A null version is the newest.
export const quizSlots = pgTable(
  "quiz_slots",
  {
    quiz: text()
      .notNull()
      .references(() => quizzes.slug),
    position: integer().notNull(),
    section: integer(),
    itemId: text().references(() => items.id),
    pinnedVersion: integer(),
    draw: jsonb(),
    weight: numeric({ precision: 8, scale: 4, mode: "number" }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.quiz, t.position] }),
    foreignKey({ columns: [t.quiz, t.section], foreignColumns: [quizSections.quiz, quizSections.position] }),
    foreignKey({ columns: [t.itemId, t.pinnedVersion], foreignColumns: [itemVersions.itemId, itemVersions.version] }),
    check("quiz_slots_weight", sql`${t.weight} >= 0`),
    check("quiz_slots_item", sql`(${t.itemId} is null) <> (${t.draw} is null)`),
    index("quiz_slots_item_id").on(t.itemId),
  ],
);
