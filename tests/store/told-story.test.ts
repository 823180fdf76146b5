import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { people } from "#drizzle/schema";
import { db, rows, store } from "~/db.server";
import { tellStory } from "~/demo/story.server";
import { keepStory, type Told, tellAgain } from "~/demo/told.server";
import { syncCourse } from "~/lessons/sync.server";
import { openTestStore } from "../stores";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-told-"));
const file = path.join(folder, "story.json");
const day = 86_400_000;
const open = () => openTestStore("embedded", async () => void (await syncCourse("content", "build/server/index.js")));

/** Every value of the rows that were told, where a moment is. */
function moments({ tables }: Told) {
  return tables.flatMap(({ name, columns, lines }) =>
    columns.flatMap((column, at) =>
      column.type === "timestamp with time zone"
        ? lines.map((line) => ({ of: `${name}.${column.name}`, at: JSON.parse(line)[at] as string | null }))
        : [],
    ),
  );
}

describe("a story that a build told", () => {
  let told: Told;
  beforeAll(async () => {
    await open();
    told = await keepStory(tellStory);
    fs.writeFileSync(file, JSON.stringify(told));
    await store().close();
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  test("is the same when it is told again, value by value, but that each moment has moved", async () => {
    await open();
    // More than a week on, so that no day of the week is the one that it was.
    const now = new Date(Date.parse(told.until) + 8 * day + 3_600_000);
    const again = await keepStory(() => tellAgain(file, now));
    await store().close();
    const still = (story: Told) =>
      story.tables.map(({ name, columns, lines }) => [
        name,
        lines.map((line) =>
          (JSON.parse(line) as unknown[]).map((value, at) =>
            columns[at]?.type.startsWith("timestamp") && value ? "moment" : value,
          ),
        ),
      ]);
    expect(still(again)).toEqual(still(told));
    const [were, are] = [moments(told), moments(again)];
    expect(were.length).toBeGreaterThan(3000);
    const stayed = were.filter(({ at }, index) => at !== null && Date.parse(at) === Date.parse(are[index]?.at ?? ""));
    expect(stayed).toEqual([]);
  });

  test("keeps no moment where none is moved: in a text, a number or a field of JSON", () => {
    const year = /20(2\d|3\d)-\d\d-\d\d[T ]\d\d:/;
    const epoch = /\b(1[789]|2\d)\d{8}(\d{3})?\b/;
    const found = told.tables.flatMap(({ name, columns, lines }) =>
      columns.flatMap((column, at) => {
        if (column.type.startsWith("timestamp") || column.type === "uuid") return [];
        const values = lines.map((line) => String((JSON.parse(line) as unknown[])[at]));
        return values.some((value) => year.test(value) || (column.name !== "seed" && epoch.test(value)))
          ? [`${name}.${column.name}`]
          : [];
      }),
    );
    expect(found).toEqual([]);
  });

  test("is not told where somebody is already, and a telling that changes the course is refused", async () => {
    await open();
    await db().insert(people).values({ id: "00000000-0000-7000-8000-000000000001", name: "Somebody" });
    await tellAgain(file);
    expect(await rows(sql`select name from people`)).toEqual([{ name: "Somebody" }]);
    await expect(
      keepStory(async () => void (await db().execute(sql`update quizzes set title = 'Other'`))),
    ).rejects.toThrow("The story changed what the course has in quizzes.");
    await store().close();
  });
});
