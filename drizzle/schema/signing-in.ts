import { sql } from "drizzle-orm";
import { type AnyPgColumn, check, index, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { classes, deviceLinks } from "./classes";
import { moment } from "./moment";
import { people } from "./people";

// One row is one browser that is signed in, or a guest's. Only the hash of its token is kept.
export const sessions = pgTable(
  "sessions",
  {
    tokenHash: text().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    createdAt: moment(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    /** When a page was last opened in it, to about ten minutes. */
    seenAt: moment(),
    /** What kind of browser it is, in a few words: "Firefox on Windows". */
    browser: text().notNull().default(""),
    /** The link of a teacher by which somebody took their name from the list; null: they proved who they are. */
    deviceLink: text().references((): AnyPgColumn => deviceLinks.tokenHash),
  },
  (t) => [index().on(t.personId), index("sessions_device").on(t.deviceLink)],
);

// One row is one way one person signs in: a password with an e-mail or user name, or a PIN within one class.
export const signInMethods = pgTable(
  "sign_in_methods",
  {
    id: uuid().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    kind: text().notNull(),
    login: text(),
    classId: uuid().references(() => classes.id),
    secretHash: text().notNull(),
    createdAt: moment(),
  },
  (t) => [
    check(
      "sign_in_methods_kind",
      sql`(${t.kind} = 'password' and ${t.login} is not null) or (${t.kind} = 'pin' and ${t.classId} is not null)`,
    ),
    uniqueIndex("sign_in_methods_login").on(t.login),
    uniqueIndex("sign_in_methods_pin").on(t.personId, t.classId),
  ],
);

// One row is one link that makes its first user a teacher; with a class, a teacher or an observer of it too. Only a keyed
// hash of its token is kept.
export const invitations = pgTable(
  "invitations",
  {
    tokenHash: text().primaryKey(),
    createdBy: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: moment(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    classId: uuid().references(() => classes.id),
    role: text(),
    usedBy: uuid().references(() => people.id),
    usedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    check(
      "invitations_role",
      sql`${t.role} in ('teacher', 'observer') and ${t.classId} is not null or ${t.role} is null and ${t.classId} is null`,
    ),
  ],
);
