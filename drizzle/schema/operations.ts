import { bigint, integer, pgTable, text } from "drizzle-orm/pg-core";

// One row counts the recent tries of one key at something that is throttled (rate-limiter-flexible's own columns).
export const throttles = pgTable("throttles", {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: bigint({ mode: "number" }),
});
