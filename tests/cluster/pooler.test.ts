import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { awayCode } from "../../app/database-away";
import { openStore } from "../../app/db.server";
import { freshDatabase } from "../stores";
import { Cluster } from "./cluster";
import { startPooler } from "./pgbouncer";

it("statements sent at once over fewer lines than they are, some with values and some without, are all answered", async () => {
  const store = await openStore({ ...(await freshDatabase("postgres")), DATABASE_POOL: 2 });
  const asked = Array.from({ length: 90 }, (_, number) => {
    if (number % 3 === 0) return store.db.execute(sql`select 1 as one`);
    if (number % 3 === 1) return store.db.execute(sql`select ${number}::int as one`);
    return store.db.transaction((tx) => tx.execute(sql`select ${number}::int as one`));
  });
  expect(await Promise.all(asked)).toHaveLength(90);
  await store.close();
}, 30_000);

it("a pooler that has lost its server costs the statements of that time, and no more", async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-pooler-test-"));
  fs.chmodSync(folder, 0o711); // Postgres may run as another user
  const server = await Cluster.create(folder);
  const pooler = await startPooler(server.port);
  const store = await openStore({
    DATABASE_URL: pooler.url,
    DATABASE_DIRECT_URL: server.url,
    DATABASE_POOL: 2,
    DATA_DIR: "",
  });
  const ask = () => store.db.execute(sql`select 1 as one`);
  const unhandled: unknown[] = [];
  const keep = (error: unknown) => unhandled.push(error);
  process.on("unhandledRejection", keep);
  await ask();
  await server.stop("immediate");
  for (let tries = 0; tries < 2; tries++) {
    const within = store.db.transaction((tx) => tx.execute(sql`select 1 as one`));
    const codes = (await Promise.allSettled([ask(), within])).map(
      (one) => one.status === "rejected" && awayCode(one.reason),
    );
    expect(codes.every(Boolean)).toBe(true);
  }
  await server.start();
  await expect
    .poll(
      () =>
        ask().then(
          () => "answers",
          () => "away",
        ),
      { timeout: 20_000 },
    )
    .toBe("answers");
  expect(unhandled).toEqual([]);
  process.off("unhandledRejection", keep);
  await store.close();
  await pooler.stop();
  await server.remove();
  fs.rmSync(folder, { recursive: true });
}, 60_000);
