import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { items } from "#drizzle/schema";
import { db, rows } from "~/db.server";
import { draft, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";

describe.each(engines)("lists, on %s", (engine) => {
  withStore(engine);

  it("of every kind that we ask for come as lists, with nothing in them, with gaps, and with any text", async () => {
    const [found] =
      await rows(sql`select '{}'::text[] as none, array['a,"b', 'c\\d', null, '', 'NULL', 'é 👀'] as texts,
      array[1, null, -3] as whole, array[1, 2]::smallint[] as small, array[0.5, null]::float8[] as broken, array[true, false] as said,
      array['01a207f8-8e41-7a65-9d08-06ab3b152f40'::uuid] as ids`);
    expect(found).toEqual({
      none: [],
      texts: ['a,"b', "c\\d", null, "", "NULL", "é 👀"],
      whole: [1, null, -3],
      small: [1, 2],
      broken: [0.5, null],
      said: [true, false],
      ids: ["01a207f8-8e41-7a65-9d08-06ab3b152f40"],
    });
  });

  it("of a column come back as they were written", async () => {
    const tags = ['a,"b', "c\\d", "{}", ""];
    await makeQuiz([draft()]);
    await db().update(items).set({ tags });
    expect((await db().select({ tags: items.tags }).from(items))[0]).toEqual({ tags });
  });
});
