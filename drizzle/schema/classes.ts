import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { moment } from "./moment";
import { people } from "./people";

/** How many times the usual time somebody has: 1 is the usual one. */
export const factor = () => numeric({ precision: 3, scale: 2, mode: "number" }).notNull().default(1);

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
    /** One question a page, and nothing is said of passing. */
    calm: boolean().notNull().default(false),
    accommodatedBy: uuid().references(() => people.id),
    accommodatedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.classId, t.personId] }),
    check("enrolments_role", sql`${t.role} in ('teacher', 'observer', 'student')`),
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

// One row is one part of a class, such as a table or a course: students can be in several.
export const groups = pgTable(
  "groups",
  {
    id: uuid().primaryKey(),
    classId: uuid()
      .notNull()
      .references(() => classes.id),
    name: text().notNull(),
    nameKey: text().notNull(),
    createdAt: moment(),
    removedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    unique("groups_of_class").on(t.id, t.classId),
    uniqueIndex("groups_name").on(t.classId, t.nameKey).where(sql`${t.removedAt} is null`),
  ],
);

// One row says that one student of a class is in one of its groups.
export const groupMembers = pgTable(
  "group_members",
  {
    groupId: uuid().notNull(),
    classId: uuid().notNull(),
    personId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.personId] }),
    foreignKey({
      name: "group_members_group",
      columns: [t.groupId, t.classId],
      foreignColumns: [groups.id, groups.classId],
    }),
    foreignKey({
      name: "group_members_enrolment",
      columns: [t.classId, t.personId],
      foreignColumns: [enrolments.classId, enrolments.personId],
    }),
    index("group_members_person").on(t.personId, t.classId),
  ],
);

// One row is one link for devices in the room, on which students pick their name from the list for the length of a lesson.
export const deviceLinks = pgTable(
  "device_links",
  {
    tokenHash: text().primaryKey(),
    classId: uuid()
      .notNull()
      .references(() => classes.id),
    createdBy: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: moment(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    closedAt: timestamp({ withTimezone: true }),
  },
  (t) => [index("device_links_class").on(t.classId)],
);

// One row is one student who had two records in a class, made one: what moved, so that it can be taken apart again.
export const merges = pgTable(
  "merges",
  {
    id: uuid().primaryKey(),
    classId: uuid()
      .notNull()
      .references(() => classes.id),
    keptId: uuid()
      .notNull()
      .references(() => people.id),
    goneId: uuid()
      .notNull()
      .references(() => people.id),
    moved: jsonb().notNull(),
    mergedBy: uuid()
      .notNull()
      .references(() => people.id),
    mergedAt: moment(),
    undoneBy: uuid().references(() => people.id),
    undoneAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index("merges_class").on(t.classId),
    check("merges_two", sql`${t.keptId} <> ${t.goneId}`),
    check("merges_undone", sql`(${t.undoneBy} is null) = (${t.undoneAt} is null)`),
  ],
);
