import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PlansOnce } from "~/embedded-plans.server";

describe("the embedded database, which prepares each statement once", () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-plans-"));
  const pg = new PlansOnce(dir);
  const prepared = async () =>
    (await pg.query<{ n: number }>("select count(*)::int as n from pg_prepared_statements")).rows[0]?.n;
  beforeAll(() => pg.exec("create table notes (id int primary key, text text, at timestamptz default now())"));
  afterAll(async () => {
    await pg.close();
    fs.rmSync(dir, { recursive: true });
  });

  it("answers a statement that comes again with the values that came with it", async () => {
    for (const id of [1, 2, 3]) await pg.query("insert into notes (id, text) values ($1, $2)", [id, `note ${id}`]);
    await pg.query("insert into notes (id, text) values ($1, $2)", [4, null]);
    const of = async (id: number) => (await pg.query("select text from notes where id = $1", [id])).rows;
    expect([await of(2), await of(4), await of(9)]).toEqual([[{ text: "note 2" }], [{ text: null }], []]);
    expect((await pg.query("select id from notes where id = any($1)", [[1, 3]])).rows).toHaveLength(2);
  });

  it("goes on after a statement that was refused or cannot be read, also within a transaction", async () => {
    const insert = () => pg.query("insert into notes (id, text) values ($1, $2)", [1, "again"]);
    await expect(insert()).rejects.toMatchObject({ code: "23505" });
    await expect(insert()).rejects.toMatchObject({ code: "23505" });
    await expect(pg.query("select nothing from notes")).rejects.toMatchObject({ code: "42703" });
    const undone = pg.transaction(async (tx) => {
      await tx.query("update notes set text = $1 where id = $2", ["changed", 2]);
      await tx.query("insert into notes (id, text) values ($1, $2)", [1, "again"]);
    });
    await expect(undone).rejects.toMatchObject({ code: "23505" });
    expect((await pg.query("select text from notes where id = $1", [2])).rows).toEqual([{ text: "note 2" }]);
    await pg.transaction((tx) => tx.query("update notes set text = $1 where id = $2", ["changed", 2]));
    expect((await pg.query("select text from notes where id = $1", [2])).rows).toEqual([{ text: "changed" }]);
  });

  it("keeps the statements that were asked for last, and no more than four hundred", async () => {
    for (let n = 0; n < 450; n++) {
      await pg.query(`select ${n} as n`);
      await pg.query("select text from notes where id = $1", [2]);
    }
    expect(await prepared()).toBe(400);
    expect((await pg.query("select 0 as n")).rows).toEqual([{ n: 0 }]);
    expect((await pg.query("select text from notes where id = $1", [2])).rows).toEqual([{ text: "changed" }]);
  });

  it("goes on after a table has got a column and an index", async () => {
    const all = () => pg.query("select id, text from notes order by id limit 1");
    await all();
    await pg.exec("alter table notes add column more text; create index notes_text on notes (text)");
    await expect(all()).resolves.toMatchObject({ rows: [{ id: 1, text: "note 1" }] });
  });
});
