import type { PgTable } from "drizzle-orm/pg-core";
import type * as schema from "#drizzle/schema";

type Tables = {
  [Name in keyof typeof schema as (typeof schema)[Name] extends PgTable ? Name : never]: (typeof schema)[Name];
};
export type TableName = keyof Tables;
type Column<Name extends TableName> = keyof Tables[Name]["$inferSelect"] & string;

/** The headings under which a person finds what is stored about them. */
export const kinds = {
  you: "Who you are, and how you sign in",
  class: "Your place in a class",
  work: "Your answers in quizzes",
  lessons: "What you read and tried in lessons and in the lab",
  again: "Questions you missed, which come back",
  desk: "What you did as a teacher",
} as const;
export type Kind = keyof typeof kinds;

/** Who can read something through the pages of Keyhole. Whoever runs the machine can read all of it, so that is said once. */
export const readers = {
  you: "you",
  staff: "the teachers and observers of the class",
  room: "a class that is asked together, which sees how many answered what and never who",
  counted: "the teachers and observers of a class to which the lesson was given, as numbers without names",
  shared: "what you share, the teachers and observers of your class too",
  read: "the teachers and observers of a class to which the lesson was given",
  teachers: "everybody who may teach here",
  teaching: "the teachers of the class",
  host: "whoever runs this installation",
  nobody: "nobody: no page shows it",
} as const;
export type Reader = keyof typeof readers;

/** Rows about somebody or something else, in which a person stands as the one who did it. */
type Trace<Name extends TableName> = { by: Column<Name>; at: Column<Name> | null; did: string };

/** What one table stores about people. */
export type About<Name extends TableName> = {
  kind: Kind;
  /** What its rows about you are, in a few words. */
  what: string;
  /** How the rows about a person are found: one of these columns is the person, or their attempt has them. */
  of: Column<Name>[] | "attempts";
  /** The column that tells when; null where the row has none. */
  at: Column<Name> | null;
  /** What each column says, in plain words. */
  holds: Record<string, Column<Name>[]>;
  readers: Reader[];
  until: string;
  /** What lets somebody in, or is about others too: in no file. */
  secret?: Column<Name>[];
  /** What a result is told by: in no file before the result is shown. */
  result?: Column<Name>[];
  did?: Trace<Name>[];
};

/** A table of the school's things, in which people stand only as those who made them. */
type Desk<Name extends TableName> = { of: null; what: string; did: Trace<Name>[] };

/** A table in which nobody is found. */
type Nobody = { of: null; what: string; did?: never };

export type Words = { [Name in TableName]: About<Name> | Desk<Name> | Nobody };
