import { getTableColumns, is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import * as schema from "#drizzle/schema";
import { aboutPeople, registry, traces } from "~/models/stored/registry";

const tables = Object.entries(schema).flatMap(([name, table]) =>
  is(table, PgTable) ? [{ name: name as keyof typeof registry, table: table as PgTable }] : [],
);
/** Tables whose rows are a part of somebody: what points at one of these is about somebody too. */
const persons = ["people", "enrolments", "attempts", "attempt_slots", "responses", "review_cards"];
/** The columns of a table that point at another one, by its name in the database. */
const pointing = (table: PgTable) =>
  getTableConfig(table).foreignKeys.flatMap((key) => {
    const { columns, foreignTable } = key.reference();
    return columns.map((column) => ({ column: column.name, to: getTableConfig(foreignTable).name }));
  });
const keyOf = (table: PgTable, column: string) =>
  Object.entries(getTableColumns(table)).find(([, { name }]) => name === column)?.[0] as string;

describe("what the page on privacy says of the database", () => {
  it("has words for every table of the schema and for no other", () => {
    expect(tables.length).toBeGreaterThan(40);
    expect(Object.keys(registry).sort()).toEqual(tables.map(({ name }) => name).sort());
    expect(Object.values(registry).filter(({ what }) => !what)).toEqual([]);
  });

  it("has words for every column of a table that stores something about people", () => {
    for (const { table, holds, readers, until } of aboutPeople) {
      const found = tables.find(({ name }) => name === table)?.table as PgTable;
      const columns = Object.keys(getTableColumns(found));
      expect({ table, columns: Object.values(holds).flat().sort() }).toEqual({ table, columns: columns.sort() });
      expect([table, readers.length > 0, until.length > 0]).toEqual([table, true, true]);
    }
  });

  it("knows every column that names a person, as whom the row is about or as who did it", () => {
    for (const { name, table } of tables) {
      const named = pointing(table).flatMap(({ column, to }) => (to === "people" ? [keyOf(table, column)] : []));
      const about = aboutPeople.find((one) => one.table === name);
      const known = [
        ...(Array.isArray(about?.of) ? about.of : []),
        ...traces.filter((one) => one.table === name).map(({ by }) => by),
      ];
      expect([name, named.filter((column) => !known.includes(column))]).toEqual([name, []]);
    }
  });

  it("calls no table nobody's that hangs on a person, on their place in a class or on their work", () => {
    for (const { name, table } of tables.filter(({ name }) => !aboutPeople.some((one) => one.table === name))) {
      const done = traces.filter((one) => one.table === name).map(({ by }) => by);
      const hanging = pointing(table).filter(
        ({ column, to }) => persons.includes(to) && !done.includes(keyOf(table, column)),
      );
      expect([name, hanging]).toEqual([name, []]);
    }
  });

  it("gives out nothing that lets somebody in, in no table", () => {
    const open = aboutPeople.flatMap(({ table, holds, secret }) =>
      Object.values(holds)
        .flat()
        .filter((column) => /hash|secret|token|password|deviceLink/i.test(column) && !secret.includes(column))
        .map((column) => `${table}.${column}`),
    );
    expect(open).toEqual([]);
  });
});
