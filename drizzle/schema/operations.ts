import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { assignments } from "./assignments";
import { classes } from "./classes";
import { moment } from "./moment";
import { people } from "./people";

// One row counts the recent tries of one key at something that is throttled (rate-limiter-flexible's own columns).
export const throttles = pgTable("throttles", {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: bigint({ mode: "number" }),
});

// One row is one look at somebody's work, or one thing that was done to it or to them. Only added to, and never holds a name.
export const auditLog = pgTable(
  "audit_log",
  {
    id: uuid().primaryKey(),
    at: moment(),
    /** Who did it; null: the installation by itself, or who runs its machine. */
    actorId: uuid().references(() => people.id, { onDelete: "set null" }),
    /** What was done: see `acts`. */
    act: text().notNull(),
    /** Whose work it was; null where it was a whole class's, or nobody's. */
    subjectId: uuid().references(() => people.id, { onDelete: "set null" }),
    classId: uuid().references(() => classes.id),
    assignmentId: uuid().references(() => assignments.id),
    /** How many of what, where it was many: `{ sessions: 12 }`. */
    counts: jsonb(),
    /** The same look again within the hour is the same row. */
    once: uuid(),
  },
  (t) => [
    uniqueIndex("audit_log_once").on(t.once),
    index("audit_log_at").on(t.at),
    index("audit_log_actor").on(t.actorId, t.at),
    index("audit_log_subject").on(t.subjectId, t.at),
    index("audit_log_class").on(t.classId, t.at),
  ],
);

// One row is one thing that the installation does again and again by itself, and when it is next to be done.
export const jobs = pgTable("jobs", {
  name: text().primaryKey(),
  /** Who takes it moves this on first, so that no second process takes it too. */
  dueAt: timestamp({ withTimezone: true }).notNull(),
  doneAt: timestamp({ withTimezone: true }),
  /** How often it failed since it was last done. */
  failures: integer().notNull().default(0),
});

// One row in all: how long what is kept, as the host has set it. Null: until somebody removes it.
export const retention = pgTable(
  "retention",
  {
    only: boolean().primaryKey().default(true),
    guestDays: integer(),
    classMonths: integer(),
    auditMonths: integer(),
    setBy: uuid().references(() => people.id, { onDelete: "set null" }),
    setAt: moment(),
  },
  (t) => [
    check("retention_only", sql`${t.only}`),
    check("retention_guests", sql`${t.guestDays} between 1 and 365`),
    check("retention_classes", sql`${t.classMonths} between 1 and 120`),
    check("retention_audit", sql`${t.auditMonths} between 1 and 120`),
  ],
);
