import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, openStore, rows, type Store, setStore } from "~/db.server";
import { Line } from "../chaos/line";
import { freshDatabase } from "../stores";

// A statement that goes to a line that is gone would end this process, which fails the run.
describe.each([
  ["a server", false],
  ["a pooler", true],
])("a transaction whose line to %s ends", (_, pooled) => {
  let line: Line;
  let store: Store;
  beforeAll(async () => {
    const { DATABASE_URL } = await freshDatabase("postgres");
    const url = new URL(DATABASE_URL as string);
    line = await Line.open([Number(url.port)]);
    url.port = String(line.port);
    const direct = pooled ? { DATABASE_DIRECT_URL: DATABASE_URL } : {};
    store = await openStore({ DATABASE_URL: url.href, ...direct, DATABASE_POOL: 2, DATA_DIR: "" });
    setStore(store);
  });
  afterAll(async () => {
    await store?.close();
    await line?.close();
  });

  const one = sql`select 1 as one`;
  /** When the other side has noticed, too. */
  const cut = async () => {
    line.cut();
    await new Promise((done) => setTimeout(done, 200));
  };

  it("in the middle of a statement fails, and the next one is done", async () => {
    const broken = db().transaction(async (tx) => {
      const asked = rows(sql`select pg_sleep(60)`, tx);
      setTimeout(() => line.cut(), 200);
      await asked;
    });
    await expect(broken).rejects.toThrow();
    expect(await db().transaction((tx) => rows(one, tx))).toEqual([{ one: 1 }]);
  });

  it("between two statements fails, though its own code goes on", async () => {
    let went = 0;
    const broken = db().transaction(async (tx) => {
      await rows(one, tx);
      await cut();
      for (; went < 2; went++) await rows(one, tx).catch(() => null);
    });
    await expect(broken).rejects.toThrow();
    await cut();
    expect(went).toBe(2);
    expect(await db().transaction((tx) => rows(one, tx))).toEqual([{ one: 1 }]);
  });

  it("in a nested one fails both", async () => {
    const broken = db().transaction(async (tx) => {
      await tx.transaction(async (nested) => {
        await rows(one, nested);
        await cut();
        await rows(one, nested);
      });
    });
    await expect(broken).rejects.toThrow();
    expect(await rows(one)).toEqual([{ one: 1 }]);
  });
});
