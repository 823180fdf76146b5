import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { moment } from "./moment";

/** How many times the usual time somebody has: 1 is the usual one. */
export const factor = () => numeric({ precision: 3, scale: 2, mode: "number" }).notNull().default(1);

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
  },
  (t) => [index().on(t.personId)],
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

// One row is one group of students with its teachers. `zone` is the IANA zone its dates are meant in.
export const classes = pgTable("classes", {
  id: uuid().primaryKey(),
  name: text().notNull(),
  zone: text().notNull(),
  createdBy: uuid()
    .notNull()
    .references(() => people.id),
  createdAt: moment(),
  archivedAt: timestamp({ withTimezone: true }),
});

// One row is one person's place in one class: the role is on the tie, not on the person, and so is their accommodation.
export const enrolments = pgTable(
  "enrolments",
  {
    classId: uuid()
      .notNull()
      .references(() => classes.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    role: text().notNull(),
    name: text().notNull(),
    nameKey: text().notNull(),
    joinedAt: moment(),
    removedAt: timestamp({ withTimezone: true }),
    timeFactor: factor(),
    extraAttempts: integer().notNull().default(0),
    noTimer: boolean().notNull().default(false),
    accommodatedBy: uuid().references(() => people.id),
    accommodatedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.classId, t.personId] }),
    check("enrolments_role", sql`${t.role} in ('teacher', 'student')`),
    check("enrolments_factor", sql`${t.timeFactor} between 1 and 4`),
    check("enrolments_attempts", sql`${t.extraAttempts} between 0 and 20`),
    uniqueIndex("enrolments_name").on(t.classId, t.nameKey).where(sql`${t.removedAt} is null`),
    index("enrolments_person").on(t.personId),
  ],
);

// One row is one code that lets people into one class while it is open.
export const joinCodes = pgTable(
  "join_codes",
  {
    code: text().primaryKey(),
    classId: uuid()
      .notNull()
      .references(() => classes.id),
    createdAt: moment(),
    closedAt: timestamp({ withTimezone: true }),
  },
  (t) => [uniqueIndex("join_codes_open").on(t.classId).where(sql`${t.closedAt} is null`)],
);

// One row is one link that makes its first user a teacher. Only a keyed hash of its token is kept.
export const invitations = pgTable("invitations", {
  tokenHash: text().primaryKey(),
  createdBy: uuid()
    .notNull()
    .references(() => people.id),
  createdAt: moment(),
  expiresAt: timestamp({ withTimezone: true }).notNull(),
  usedBy: uuid().references(() => people.id),
  usedAt: timestamp({ withTimezone: true }),
});
