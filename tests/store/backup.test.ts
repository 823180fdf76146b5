import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeBackup } from "~/backup/make.server";
import { readBackup } from "~/backup/read.server";
import { restoreBackup } from "~/backup/restore.server";
import { openStore, rows, type Store } from "~/db.server";
import { engines, freshDatabase } from "../stores";

const other = { postgres: "embedded", embedded: "postgres" } as const;
const person = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;

describe.each(engines)("a backup of a database on %s", (engine) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-backup-"));
  let source: Store;
  let target: Store;
  let whole: string;
  let made = 0;
  const newFile = () => path.join(folder, `${++made}.jsonl.gz`);
  const people = (store: Store) => rows<{ name: string }>(sql`select name from people order by id`, store.db);

  beforeAll(async () => {
    source = await openStore(await freshDatabase(engine));
    await source.prepare(async () => {});
    target = await openStore(await freshDatabase(other[engine]));
    await target.prepare(async () => {});
    await source.db.execute(sql`insert into people (id, name, host_since) values
      (${person(1)}, 'Ms Rivera', '2026-01-05 09:00:00.123456+05:45'), (${person(2)}, 'A guest', null)`);
    await source.db.execute(sql`insert into sign_in_methods (id, person_id, kind, login, secret_hash)
      values (${person(3)}, ${person(1)}, 'password', 'login-of-hers', 'x')`);
    await source.db.execute(sql`insert into sessions (token_hash, person_id, expires_at)
      values ('token-of-hers', ${person(1)}, '2030-01-01'), ('the guest’s', ${person(2)}, '2030-01-01')`);
    await source.db.execute(sql`insert into items (id, owner_id, tags, copied_from)
      values ('a', ${person(1)}, ${'{"with \\"quotes\\", a comma","NULL",""," "}'}::text[], 'b'), ('b', ${person(1)}, '{}', null)`);
    // A number that no JavaScript holds, and a key that is JSON's null beside one that is not there.
    await source.db.execute(sql`insert into item_versions (id, item_id, version, interaction, stem, body, key, feedback, difficulty, sources, hash)
      values (${person(4)}, 'a', 1, 'choice', 's', ${'{"n": 12345678901234567890.10, "deep": {"null": null}}'}::jsonb, 'null'::jsonb, '{}', 'easy', '{}', 'h'),
        (${person(5)}, 'b', 1, 'choice', 's', '[]'::jsonb, null, '{}', 'easy', '{}', 'h')`);
    await source.db.execute(sql`insert into review_cards (person_id, item_id, blank, stability, difficulty, seen_on, due_on, changed_at)
      values (${person(2)}, 'a', true, 0.1::float8 + 0.2::float8, 5e-324, '0044-03-15', '9999-12-31', 'infinity')`);
    whole = (await makeBackup(source.db, newFile(), "everything")).file;
  });
  afterAll(async () => {
    await source?.close();
    await target?.close();
    fs.rmSync(folder, { recursive: true });
  });

  it("is readable by its owner alone, and does not take the place of a file", async () => {
    expect(fs.statSync(whole).mode & 0o777).toBe(0o600);
    await expect(makeBackup(source.db, whole, "everything")).rejects.toThrow("is there already");
    await expect(makeBackup(source.db, `${folder}/nowhere/x`, "everything")).rejects.toThrow("There is no folder");
    expect(fs.readdirSync(folder)).toEqual([path.basename(whole)]);
  });

  it("restores every value exactly into the other database", async () => {
    const { rows: count } = await restoreBackup(target.db, whole, false);
    expect(count).toBeGreaterThan(500);
    const values = (store: Store) =>
      Promise.all(
        [
          "select id, (extract(epoch from host_since) * 1000000)::text as us from people order by id",
          "select id, tags::text, array_length(tags, 1) as n, copied_from from items where id in ('a', 'b') order by id",
          "select id, body::text, key is null as nothing, key::text from item_versions where item_id in ('a', 'b') order by id",
          "select md5(float8send(stability)) as s, md5(float8send(difficulty)) as d, seen_on::text, due_on::text, changed_at::text from review_cards",
          "select count(*)::int as sections, count(cites)::int as cites from sections",
        ].map((query) => rows(sql.raw(query), store.db)),
      );
    const before = await values(source);
    expect(await values(target)).toEqual(before);
    expect(before[2]).toMatchObject([{ nothing: false, key: "null" }, { nothing: true }]);
    await expect(
      target.db.execute(
        sql`insert into review_cards select ${person(9)}, 'a', true, 1, 1, '2026-01-01', '2026-01-02', now()`,
      ),
    ).rejects.toThrow();
  });

  it("signs out whoever can sign in again, and no guest", async () => {
    expect(await rows(sql`select token_hash from sessions`, target.db)).toEqual([{ token_hash: "the guest’s" }]);
  });

  it("puts itself in the place of what people have only when that is said", async () => {
    await target.db.execute(sql`insert into people (id, name) values (${person(7)}, 'Somebody new')`);
    await expect(restoreBackup(target.db, whole, false)).rejects.toThrow("holds 3 people and 0 attempts");
    expect(await people(target)).toHaveLength(3);
    await restoreBackup(target.db, whole, true);
    expect(await people(target)).toEqual([{ name: "Ms Rivera" }, { name: "A guest" }]);
  });

  it("keeps any text", async () => {
    const names = fc.array(fc.string({ unit: "binary", minLength: 1, maxLength: 40 }), {
      minLength: 20,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(names, async (drawn) => {
        const texts = drawn.map((one) => one.replaceAll("\0", "0"));
        await source.db.execute(sql`delete from join_codes`);
        await source.db.execute(sql`delete from classes`);
        for (const [n, name] of texts.entries())
          await source.db.execute(
            sql`insert into classes (id, name, zone, created_by) values (${person(100 + n)}, ${name}, 'UTC', ${person(1)})`,
          );
        await restoreBackup(target.db, (await makeBackup(source.db, newFile(), "everything")).file, true);
        const found = await rows<{ name: string }>(sql`select name from classes order by id`, target.db);
        expect(found.map(({ name }) => name)).toEqual(texts);
      }),
      { numRuns: 2 },
    );
  });

  it("is of one moment, however much is written meanwhile", async () => {
    let writing = true;
    let pairs = 0;
    const work = (async () => {
      for (; writing; pairs++) {
        // The embedded database answers without a pause in which anybody else could run.
        await new Promise((done) => setImmediate(done));
        await source.db.transaction(async (tx) => {
          const id = person(1000 + pairs);
          await tx.execute(
            sql`insert into classes (id, name, zone, created_by) values (${id}, 'one', 'UTC', ${person(1)})`,
          );
          await tx.execute(sql`insert into join_codes (code, class_id) values (${`code ${pairs}`}, ${id})`);
        });
      }
    })();
    while (pairs < 3) await new Promise((done) => setTimeout(done, 5));
    const { manifest } = await readBackup((await makeBackup(source.db, newFile(), "everything")).file);
    writing = false;
    await work;
    const before =
      (await rows<{ count: number }>(sql`select count(*)::int as count from classes where name <> 'one'`, source.db))[0]
        ?.count ?? 0;
    expect(manifest.join_codes?.rows).toBeGreaterThanOrEqual(3);
    expect(manifest.classes?.rows).toBe((manifest.join_codes?.rows ?? 0) + before);
  });

  it("is not taken when it comes out of the database other than it went in", async () => {
    await target.db.execute(
      sql`create function shout() returns trigger language plpgsql as 'begin new.name = upper(new.name); return new; end'`,
    );
    await target.db.execute(sql`create trigger shout before insert on people for each row execute function shout()`);
    const before = await people(target);
    await expect(restoreBackup(target.db, whole, true)).rejects.toThrow(
      "The table people came out other than it went in",
    );
    expect(await people(target)).toEqual(before);
    await target.db.execute(sql`drop function shout() cascade`);
  });

  it("is refused when it is cut off, changed or no backup, and changes nothing then", async () => {
    const before = await people(target);
    const packed = fs.readFileSync(whole);
    const text = gunzipSync(packed).toString();
    const lines = text.trimEnd().split("\n");
    const at = lines.findIndex((line) => line.includes("Ms Rivera"));
    const bad: [Buffer, RegExp][] = [
      [Buffer.from(""), /is not a backup of Keyhole/],
      [Buffer.from("%PDF-1.7 a letter to parents"), /is not a backup of Keyhole/],
      [gzipSync("pg_dump"), /is not a backup of Keyhole/],
      [gzipSync('{"keyhole":"something"}\n'), /is not a backup of Keyhole/],
      [gzipSync(text.replace('"format":1', '"format":2')), /newer Keyhole/],
      [packed.subarray(0, packed.length >> 1), /ends too early/],
      [packed.subarray(0, packed.length - 1), /ends too early/],
      [gzipSync(lines.slice(0, -1).join("\n")), /ends too early/],
      [gzipSync(text.replace("Ms Rivera", "Ms Ravera")), /the table people is not what its manifest says/],
      [gzipSync(lines.toSpliced(at, 1).join("\n")), /the table people is not what its manifest says/],
      [gzipSync(lines.toSpliced(at, 0, '["1"]').join("\n")), /a row does not fit its table/],
      [gzipSync(`${text}[]\n`), /something follows its end/],
    ];
    for (const place of [20, 1000, packed.length - 400]) {
      const flipped = Buffer.from(packed);
      flipped[place] = (flipped[place] as number) ^ 0x10;
      bad.push([flipped, /is damaged|is not a backup/]);
    }
    for (const [bytes, words] of bad) {
      const file = newFile();
      fs.writeFileSync(file, bytes);
      await expect(restoreBackup(target.db, file, true)).rejects.toThrow(words);
      await expect(readBackup(file)).rejects.toThrow(words);
    }
    await expect(restoreBackup(target.db, `${folder}/nowhere`, true)).rejects.toThrow("There is no file");
    expect(await people(target)).toEqual(before);
  });

  it("is refused when a newer release made it, or another program with tables of its own", async () => {
    const before = await people(target);
    const text = gunzipSync(fs.readFileSync(whole)).toString();
    const [head = "", ...rest] = text.split("\n");
    const { migrations, ...others } = JSON.parse(head) as { migrations: string[] };
    const written = (list: string[]) => {
      const file = newFile();
      fs.writeFileSync(file, gzipSync([JSON.stringify({ ...others, migrations: list }), ...rest].join("\n")));
      return file;
    };
    const newer = written([...migrations, "ab".repeat(32)]);
    await expect(restoreBackup(target.db, newer, true)).rejects.toThrow("made by a newer Keyhole");
    const foreign = written(migrations.with(3, "cd".repeat(32)));
    await expect(restoreBackup(target.db, foreign, true)).rejects.toThrow("made by another Keyhole");
    expect(await people(target)).toEqual(before);
  });

  it("of the course alone names nobody, and its questions become those of the host of a new installation", async () => {
    const { file } = await makeBackup(source.db, newFile(), "course");
    const text = gunzipSync(fs.readFileSync(file)).toString();
    for (const secret of ["Ms Rivera", "A guest", person(1), person(2), "of-hers"])
      expect(text.includes(secret), secret).toBe(false);
    await expect(restoreBackup(target.db, file, true)).rejects.toThrow("its host has made an account");
    const fresh = await openStore(await freshDatabase(other[engine]));
    await fresh.prepare(async () => {});
    await expect(restoreBackup(fresh.db, file, false)).rejects.toThrow("its host has made an account");
    await fresh.db.execute(sql`insert into people (id, name, host_since) values (${person(8)}, 'Mr New', now())`);
    await restoreBackup(fresh.db, file, false);
    expect(
      await rows(sql`select id, owner_id, tags from items where id in ('a', 'b') order by id`, fresh.db),
    ).toMatchObject([{ owner_id: person(8) }, { owner_id: person(8), tags: [] }]);
    expect(await people(fresh)).toEqual([{ name: "Mr New" }]);
    await fresh.close();
  });
});
