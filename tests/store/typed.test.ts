import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rows } from "~/db.server";
import { interactions } from "~/interactions/registry.server";
import { removedWords, withoutWords } from "~/models/stored/typed.server";
import { examples } from "../interactions/examples";
import { controls, drawn, submitted } from "../interactions/fields";
import { engines, withStore } from "../stores";

const marker = "typed by Zafira";
const emptied = async (value: unknown) => {
  const [found] = await rows<{ value: unknown }>(
    sql`select ${withoutWords(sql`v.value`)} as value from (select ${JSON.stringify(value)}::text::jsonb as value) v`,
  );
  return found?.value;
};

describe.each(engines)("the words that somebody typed, on %s", (engine) => {
  withStore(engine);

  it.each(examples)("of a question of type $type are gone, whatever its fields are called", async ({
    type,
    body,
    key,
  }) => {
    const { solution, parse, response: shape } = interactions[type];
    const markup = drawn(type, body, solution(body as never, key as never));
    const form = submitted(markup);
    const typed = controls(markup).filter((one) => /^<textarea|type="text"/.test(one));
    for (const control of typed) form.set(/name="([^"]*)"/.exec(control)?.[1] ?? "", marker);
    const response = parse(form, "q7", body as never);
    expect(JSON.stringify(response).includes(marker)).toBe(typed.length > 0);
    const without = await emptied(response);
    expect(JSON.stringify(without)).not.toContain(marker);
    expect(shape.safeParse(without).success).toBe(true);
    // What was chosen stays as it is.
    if (typed.length === 0) expect(without).toEqual(response);
  });

  it("go from what a lesson keeps too, where there are any", async () => {
    expect(await emptied({ v: 1, response: { v: 1, text: marker } })).toEqual({
      v: 1,
      response: { v: 1, text: removedWords },
    });
    expect(await emptied({ v: 1, chosen: ["a"], text: "" })).toEqual({ v: 1, chosen: ["a"], text: "" });
    expect(await emptied(null)).toBeNull();
  });
});
