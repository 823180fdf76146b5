import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { items, itemVersions } from "./items";
import { people } from "./people";

// One row is one question that comes back to one person because they missed it, and when: practice only, never a grade.
export const reviewCards = pgTable(
  "review_cards",
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    itemId: text()
      .notNull()
      .references(() => items.id),
    /** Whether it was left without an answer. Such a question comes after those that were answered wrong. */
    blank: boolean().notNull(),
    /** What FSRS knows, and the person's calendar days: see `Plan`. */
    stability: doublePrecision().notNull(),
    difficulty: doublePrecision().notNull(),
    seenOn: date().notNull(),
    dueOn: date().notNull(),
    /** How often it was answered since; names the next answer, so that a page sent twice answers once. */
    answers: integer().notNull().default(0),
    /** The newest mistake or answer that this row knows of. */
    changedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.itemId] }),
    index("review_cards_due").on(t.personId, t.dueOn),
    check("review_cards_due_later", sql`${t.dueOn} > ${t.seenOn}`),
  ],
);

// One row is one answer to a question that came back, and which wording was asked: its own, or that of a sister question.
export const reviewAnswers = pgTable(
  "review_answers",
  {
    id: uuid().primaryKey(),
    personId: uuid().notNull(),
    itemId: text().notNull(),
    number: integer().notNull(),
    itemVersionId: uuid()
      .notNull()
      .references(() => itemVersions.id),
    response: jsonb(),
    hints: integer().notNull(),
    fraction: doublePrecision().notNull(),
    answeredAt: timestamp({ withTimezone: true }).notNull(),
    /** When it was to come back after this answer. */
    dueOn: date().notNull(),
  },
  (t) => [
    foreignKey({
      name: "review_answers_card",
      columns: [t.personId, t.itemId],
      foreignColumns: [reviewCards.personId, reviewCards.itemId],
    }).onDelete("cascade"),
    uniqueIndex("review_answers_number").on(t.personId, t.itemId, t.number),
    check("review_answers_fraction", sql`${t.fraction} between 0 and 1`),
  ],
);
