import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { type Db, migrationsFolder, rows, type Tx } from "~/db.server";
import { migrationsOf } from "./make.server";
import { type Head, readBackup } from "./read.server";
import {
  linesOf,
  type Manifest,
  ours,
  owners,
  quoted,
  sameWords,
  somebody,
  summing,
  type Table,
  tablesOf,
} from "./tables.server";

export type Restored = { head: Head; rows: number; tables: number; forwards: number };

/**
 * Puts a backup into a database whose tables are those of this release: all of it, or nothing. What it wrote is read again
 * and held against the manifest before anybody else sees it. Who can sign in has to: a session that was ended since
 * would else be open again.
 * @param replace whether what people have in the database may go
 * @throws Error in plain words when the file is damaged or of another release, or the database is in use
 */
export async function restoreBackup(db: Db, file: string, replace: boolean): Promise<Restored> {
  // Once without the database: a damaged file is found before anything is locked.
  const { head } = await readBackup(file);
  const made = readMigrationFiles({ migrationsFolder });
  const known = made.map(({ hash }) => hash);
  if (head.migrations.length > known.length && known.every((hash, at) => head.migrations[at] === hash))
    throw new Error("This backup was made by a newer Keyhole than this one. Bring this one up to date, then restore.");
  if (head.migrations.some((hash, at) => known[at] !== hash))
    throw new Error("This backup was made by another Keyhole, whose tables are not those of this one.");
  const later = made.slice(head.migrations.length);
  if (later.length > 0 && head.holds === "course")
    throw new Error(
      "This backup of a course was made by an older Keyhole. Restore it there, update, and make a new one.",
    );

  return db.transaction(async (tx) => {
    await sameWords(tx);
    if ((await migrationsOf(tx)).length !== known.length)
      throw new Error("The tables of this database are of another release: start Keyhole on it first, then stop it.");
    await alone(tx);
    const owner = head.holds === "course" ? await onlyHost(tx) : null;
    if (!owner && !replace) await nobodyYet(tx);
    if (later.length > 0) await asItWas(tx, made.slice(0, head.migrations.length));

    const bonds = await untie(tx);
    const tables = await tablesOf(tx, head.holds);
    await tx.execute(sql.raw(`truncate ${(owner ? tables : await everyTable(tx)).map(({ name }) => quoted(name))}`));
    const manifest = await fill(tx, file, tables);
    if (owner) await giveTo(tx, owner);
    for (const bond of bonds) await tx.execute(sql.raw(bond));
    await readAgain(tx, head, tables, manifest);

    for (const { sql: statements } of later) for (const one of statements) await tx.execute(sql.raw(one));
    if (!owner)
      await tx.execute(
        sql`delete from sessions using sign_in_methods where sign_in_methods.person_id = sessions.person_id`,
      );
    const sums = Object.values(manifest);
    const count = sums.reduce((total, sum) => total + sum.rows, 0);
    return { head, rows: count, tables: sums.length, forwards: later.length };
  });
}

/** Keeps everybody else out until the end. */
async function alone(tx: Tx): Promise<void> {
  await tx.execute(sql.raw("set local lock_timeout = '10s'"));
  const names = (await everyTable(tx)).map(({ name }) => quoted(name));
  try {
    await tx.execute(sql.raw(`lock table ${names} in access exclusive mode`));
  } catch (cause) {
    throw new Error("Somebody is using this database. Stop every Keyhole that runs on it, then restore.", { cause });
  }
}

async function nobodyYet(tx: Tx): Promise<void> {
  const [found] = await rows<{ people: number; attempts: number }>(
    sql`select (select count(*)::int from people) as people, (select count(*)::int from attempts) as attempts`,
    tx,
  );
  if (found?.people)
    throw new Error(
      `This database is not empty: it holds ${found.people} people and ${found.attempts} attempts. To put the backup in their place, say --replace; what they have there is gone then.`,
    );
}

/** Whose the questions of a course become. @throws Error unless there is one host and nothing else yet */
async function onlyHost(tx: Tx): Promise<string> {
  const [found] = await rows<{ host: string | null; people: number; classes: number; attempts: number; own: number }>(
    sql`select (select min(id::text) from people where host_since is not null) as host,
      (select count(*)::int from people) as people, (select count(*)::int from classes) as classes,
      (select count(*)::int from attempts) as attempts,
      (select count(*)::int from items where owner_id is not null) as own`,
    tx,
  );
  if (!found?.host || found.people > 1 || found.classes > 0 || found.attempts > 0 || found.own > 0)
    throw new Error(
      "A course is restored into a Keyhole in which its host has made an account and nobody has done anything yet: its questions become the host's.",
    );
  return found.host;
}

async function giveTo(tx: Tx, host: string): Promise<void> {
  for (const one of owners) {
    const [table, column] = [sql.identifier(one.table), sql.identifier(one.column)];
    await tx.execute(sql`update ${table} set ${column} = ${host} where ${column} = ${somebody}`);
  }
}

/** The tables as an older release had them, empty. */
async function asItWas(tx: Tx, migrations: { sql: string[] }[]): Promise<void> {
  const views = await rows<{ name: string }>(sql`select c.relname as name from pg_class c where ${ours("v")}`, tx);
  for (const { name } of views) await tx.execute(sql.raw(`drop view ${quoted(name)}`));
  await tx.execute(sql.raw(`drop table ${(await everyTable(tx)).map(({ name }) => quoted(name))} cascade`));
  for (const { sql: statements } of migrations) for (const one of statements) await tx.execute(sql.raw(one));
}

const everyTable = (tx: Tx) =>
  rows<{ name: string }>(sql`select c.relname as name from pg_class c where ${ours("r", "p")}`, tx);

/** Takes the foreign keys off, so that rows may come in any order. @returns what puts them on, looking at every row */
async function untie(tx: Tx): Promise<string[]> {
  const bonds = await rows<{ of: string; name: string; definition: string }>(
    sql`select conrelid::regclass::text as of, conname as name, pg_get_constraintdef(oid) as definition
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
    tx,
  );
  for (const { of, name } of bonds) await tx.execute(sql.raw(`alter table ${of} drop constraint ${quoted(name)}`));
  return bonds.map(({ of, name, definition }) => `alter table ${of} add constraint ${quoted(name)} ${definition}`);
}

async function fill(tx: Tx, file: string, tables: Table[]): Promise<Manifest> {
  let into = "";
  const { manifest } = await readBackup(file, {
    async table({ table: name, columns }) {
      const table = tables.find((one) => one.name === name);
      if (!table || JSON.stringify(table.columns) !== JSON.stringify(columns))
        throw new Error(`The table ${name} of this backup is not that of its release. Nothing was changed.`);
      const values = columns.map(({ type }, at) => `(line->>${at})::${type}`);
      into = `insert into ${quoted(name)} (${columns.map((column) => quoted(column.name))}) select ${values}`;
    },
    async lines(lines) {
      await tx.execute(sql`${sql.raw(into)} from json_array_elements(${`[${lines}]`}::json) as line`);
    },
  });
  return manifest;
}

async function readAgain(tx: Tx, head: Head, tables: Table[], manifest: Manifest): Promise<void> {
  for (const table of tables) {
    const { add, sum } = summing();
    for await (const lines of linesOf(tx, table, head.holds)) add(lines);
    const { rows, sha256 } = sum();
    if (manifest[table.name]?.rows !== rows || manifest[table.name]?.sha256 !== sha256)
      throw new Error(`The table ${table.name} came out other than it went in. Nothing was changed.`);
  }
}
