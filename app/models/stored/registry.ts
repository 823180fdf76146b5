import { lessons } from "./lessons";
import { people } from "./people";
import { running } from "./running";
import { school } from "./school";
import type { About, TableName, Words } from "./words";
import { work } from "./work";

/**
 * What every table of the schema stores about people, in plain words: one place for the page that tells it, for the file
 * that one takes away, and for the test that holds both against the schema. A new table does not compile without a line.
 */
export const registry: Words = { ...people, ...work, ...lessons, ...running, ...school };

/** A table that stores something about people, as code that does not know which one it is meets it. */
export type AboutAny = Omit<About<TableName>, "of" | "at" | "holds" | "secret" | "result" | "did"> & {
  table: TableName;
  of: string[] | "attempts";
  at: string | null;
  holds: Record<string, string[]>;
  secret: string[];
  result: string[];
};

/** The tables that store something about people, in the order of the page. */
export const aboutPeople: AboutAny[] = Object.entries(registry).flatMap(([table, words]) =>
  words.of === null ? [] : [{ secret: [], result: [], ...words, table: table as TableName } as AboutAny],
);

/** Every column that names who did something. */
export const traces: { table: TableName; by: string; at: string | null; did: string }[] = Object.entries(
  registry,
).flatMap(([table, { did }]) => (did ?? []).map((one) => ({ table: table as TableName, ...one })));

/** The tables of the course and of the school's things, in which nobody is written about. */
export const aboutNobody: { table: TableName; what: string }[] = Object.entries(registry).flatMap(([table, words]) =>
  words.of === null ? [{ table: table as TableName, what: words.what }] : [],
);
