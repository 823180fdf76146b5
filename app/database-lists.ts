import { parse } from "postgres-array";

/** A kind of list, by its number in pg_type, which is the same in every Postgres. */
const lists = <Element>(numbers: number[], element: (text: string) => Element) => ({
  to: numbers[0] as number,
  from: numbers,
  serialize: (given: unknown) => given,
  parse: (text: string) => parse(text, element),
});

/**
 * How postgres.js reads lists. Of itself it asks each new connection which types are lists; when that fails nobody can catch
 * it, and the process ends. A list that is sent is text already: Drizzle writes it.
 */
export const listTypes = {
  // "char", name, text, character varying; bigint and uuid, which are text here too
  texts: lists([1009, 1002, 1003, 1015, 1016, 2951], String),
  // integer, smallint, oid, real, double precision
  numbers: lists([1007, 1005, 1028, 1021, 1022], Number),
  booleans: lists([1000], (text) => text === "t"),
};
