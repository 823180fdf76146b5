import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { objectives } from "./lessons";
import { moment } from "./moment";

// One row is one question through all its wordings.
export const items = pgTable("items", {
  id: text().primaryKey(),
  createdAt: moment(),
});

// One row is one wording of one question, never changed. The key and the feedback are secret, so they stand apart.
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
    key: jsonb().notNull(),
    feedback: jsonb().notNull(),
    hint: text(),
    difficulty: text().notNull(),
    read: text(),
    sources: text().array().notNull(),
    hash: text().notNull(),
    createdAt: moment(),
  },
  (t) => [uniqueIndex("item_versions_number").on(t.itemId, t.version)],
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

// One row is one quiz. `practice` says who may take it outside an assignment.
export const quizzes = pgTable(
  "quizzes",
  {
    slug: text().primaryKey(),
    title: text().notNull(),
    lesson: text(),
    practice: text().notNull(),
    hash: text().notNull(),
    live: boolean().notNull().default(true),
  },
  (t) => [check("quizzes_practice", sql`${t.practice} in ('everybody', 'class', 'nobody')`)],
);

// One row is one place in a quiz: which question, worth how many points.
export const quizSlots = pgTable(
  "quiz_slots",
  {
    quiz: text()
      .notNull()
      .references(() => quizzes.slug),
    position: integer().notNull(),
    itemId: text()
      .notNull()
      .references(() => items.id),
    weight: numeric({ precision: 8, scale: 4, mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.quiz, t.position] }), check("quiz_slots_weight", sql`${t.weight} >= 0`)],
);
