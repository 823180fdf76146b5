import fs from "node:fs";
import { getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { expect, it } from "vitest";
import * as schema from "#drizzle/schema";

it("the page on hosting says of every table by what it would be spread", () => {
  const page = fs.readFileSync("docs/hosting.md", "utf8");
  const plan = page.slice(page.indexOf("## 4."), page.indexOf("## What one machine"));
  const tables = Object.values(schema).flatMap((one) => (is(one, PgTable) ? [getTableName(one)] : []));
  expect(tables.length).toBeGreaterThan(40);
  expect(tables.filter((name) => !new RegExp(`\\b${name}\\b`).test(plan))).toEqual([]);
});
