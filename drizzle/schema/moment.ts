import { timestamp } from "drizzle-orm/pg-core";

/** When the row was made: the database's clock, never the client's. */
export const moment = () => timestamp({ withTimezone: true }).notNull().defaultNow();
