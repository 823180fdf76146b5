import { sql } from "drizzle-orm";
import { integer, jsonb, pgTable, primaryKey, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { assignments } from "./assignments";
import { itemVersions } from "./items";
import { moment } from "./moment";
import { people } from "./people";

// One row is one time that a teacher asked a class to answer one question, for nobody's marks: before they talk, and again.
export const voteRounds = pgTable(
  "vote_rounds",
  {
    id: uuid().primaryKey(),
    assignmentId: uuid()
      .notNull()
      .references(() => assignments.id),
    itemVersionId: uuid()
      .notNull()
      .references(() => itemVersions.id),
    number: integer().notNull(),
    openedBy: uuid()
      .notNull()
      .references(() => people.id),
    openedAt: moment(),
    closedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    uniqueIndex("vote_rounds_number").on(t.assignmentId, t.itemVersionId, t.number),
    uniqueIndex("vote_rounds_open").on(t.assignmentId).where(sql`${t.closedAt} is null`),
  ],
);

// One row is what one person answered in one round; the newest answer stands.
export const votes = pgTable(
  "votes",
  {
    roundId: uuid()
      .notNull()
      .references(() => voteRounds.id, { onDelete: "cascade" }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    response: jsonb().notNull(),
    madeAt: moment(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.personId] })],
);
