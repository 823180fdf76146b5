import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { openStore } from "../../app/db.server";
import { freshDatabase } from "../stores";

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
