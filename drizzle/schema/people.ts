import { integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { moment } from "./moment";

// One row is one human being as this installation knows them; a guest is a person without a way to sign in.
export const people = pgTable("people", {
  id: uuid().primaryKey(),
  name: text().notNull(),
  mayTeachSince: timestamp({ withTimezone: true }),
  mayTeachBy: uuid(),
  hostSince: timestamp({ withTimezone: true }),
  sample: text(),
  // Grows with each step in a lesson: who looks on again and again sees by it that there is something new to read.
  readingRevision: integer().notNull().default(0),
  /** Since when this stands for nobody in particular: who it was is forgotten, and their marks count on for the class. */
  forgottenAt: timestamp({ withTimezone: true }),
  createdAt: moment(),
});
