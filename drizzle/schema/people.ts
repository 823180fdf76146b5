import { pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { moment } from "./moment";

// One row is one human being as this installation knows them; a guest is a person without a way to sign in.
export const people = pgTable("people", {
  id: uuid().primaryKey(),
  name: text().notNull(),
  mayTeachSince: timestamp({ withTimezone: true }),
  mayTeachBy: uuid(),
  hostSince: timestamp({ withTimezone: true }),
  sample: text(),
  createdAt: moment(),
});
