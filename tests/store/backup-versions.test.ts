import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeBackup } from "~/backup/make.server";
import { restoreBackup } from "~/backup/restore.server";
import { migrationsFolder, openStore, rows, type Store } from "~/db.server";
import { engines, freshDatabase } from "../stores";

const person = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;

describe.each(engines)("a backup from another time on %s", (engine) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-backup-"));
  let target: Store;
  beforeAll(async () => {
    target = await openStore(await freshDatabase(engine));
    await target.prepare(async () => {});
  });
  afterAll(async () => {
    await target?.close();
    fs.rmSync(folder, { recursive: true });
  });

  it("of an older release is brought up to this one", async () => {
    const old = await openStore(await freshDatabase(engine));
    await old.prepare(async () => {});
    const all = readMigrationFiles({ migrationsFolder });
    const tables = await rows<{ name: string }>(
      sql`select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
      old.db,
    );
    await old.db.execute(sql`drop view terms`);
    await old.db.execute(sql.raw(`drop table ${tables.map(({ name }) => name)} cascade`));
    for (const { sql: statements } of all.slice(0, 4)) for (const one of statements) await old.db.execute(sql.raw(one));
    await old.db.execute(sql`delete from drizzle.__drizzle_migrations where hash <> all(
      ${sql.param(`{${all.slice(0, 4).map(({ hash }) => hash)}}`)}::text[])`);
    await old.db.execute(sql`insert into people (id, name) values (${person(1)}, 'From before')`);
    const { file } = await makeBackup(old.db, path.join(folder, "old.jsonl.gz"), "everything");
    await old.close();
    const restored = await restoreBackup(target.db, file, false);
    expect(restored.forwards).toBe(all.length - 4);
    expect(await rows(sql`select name, reading_revision from people`, target.db)).toEqual([
      { name: "From before", reading_revision: 0 },
    ]);
  });

  it("need not set any counter of the database: no column is numbered by one", async () => {
    expect(
      await rows(
        sql`select relname from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace`,
        target.db,
      ),
    ).toEqual([]);
  });
});
