import fs from "node:fs";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Keyhole, startKeyhole } from "../keyhole";
import { quiz } from "../playing";
import { Visitor } from "../visitor";

/** Words and shapes that must not reach a student before the result may be shown. */
function secrets(): string[] {
  const misconceptions: { id: string; idea: string }[] = parse(fs.readFileSync("content/misconceptions.yaml", "utf8"));
  const open = JSON.stringify(quiz.items.map(({ stem, body }) => [stem, body])).toLowerCase();
  const texts = quiz.items.flatMap((item) => {
    const key = item.key as Record<string, unknown>;
    const written = [
      item.explanation,
      item.hint,
      ...Object.values(item.texts),
      key.model,
      key.note,
      ...((key.rubric as { criterion: string }[]) ?? []).map((line) => line.criterion),
    ];
    const accepted = [...((key.accepted as string[]) ?? []), ...((key.near as string[]) ?? [])];
    return [...written, ...accepted].filter(
      (text): text is string =>
        typeof text === "string" && !open.includes(JSON.stringify(text).slice(1, -1).toLowerCase()),
    );
  });
  const keys = quiz.items.flatMap(({ key }) =>
    Object.entries(key as Record<string, unknown>)
      .filter(([name]) => name !== "v")
      .map(([name, value]) => `"${name}":${JSON.stringify(value)}`),
  );
  const whole = quiz.items.flatMap(({ key }) => [
    JSON.stringify(key),
    ...Object.values(key as object)
      .filter((value) => typeof value === "object")
      .map((value) => JSON.stringify(value)),
  ]);
  const orders = quiz.items.flatMap(({ key }) =>
    (key as { order?: string[] }).order
      ? [
          (key as { order: string[] }).order.join(","),
          (key as { order: string[] }).order.map((id) => `"${id}"`).join(","),
        ]
      : [],
  );
  return [
    ...texts,
    ...keys,
    ...whole.filter((shape) => shape.length > 8),
    ...orders,
    '"correct"',
    "misconception",
    ...misconceptions.flatMap(({ id, idea }) => [`"${id}"`, idea]),
  ];
}

/** The secrets that stand in this text, read as bytes, as HTML and as JSON. */
function leaks(text: string): string[] {
  const decoded = text
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("<!-- -->", "");
  const unescaped = text.replaceAll('\\"', '"').replaceAll("\\u2019", "’");
  return secrets().filter((secret) => [text, decoded, unescaped].some((form) => form.includes(secret)));
}

describe("an attempt from start to handing in", () => {
  let keyhole: Keyhole;
  beforeAll(async () => {
    keyhole = await startKeyhole("postgres");
  });
  afterAll(() => keyhole.stop());

  /** Everything that a student's browser is sent until the moment before handing in. */
  async function everything(): Promise<string> {
    const guest = new Visitor(keyhole);
    const bytes: string[] = [];
    const take = async (address: string, init: RequestInit = {}) => {
      const response = await guest.fetch(address, init);
      bytes.push(JSON.stringify([...response.headers]), await response.text());
    };
    await guest.get("/quizzes/in-transit-and-at-rest");
    await take("/quizzes/in-transit-and-at-rest.data");
    await guest.submit("Start");
    const attempt = new URL(guest.page.url).pathname;
    // A wrong answer, so that the key does not come back as the student's own.
    const saved = {
      client: "leak-test",
      answers: [
        {
          slot: 1,
          seq: 1,
          ageMs: 0,
          fields: [
            ["s1", "1"],
            ["q1", "a"],
          ],
        },
      ],
    };
    await take(`${attempt}/answers`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(saved),
    });
    for (let page = 1; page <= 5; page++) {
      await guest.get(`${attempt}?page=${page}`);
      for (const script of guest.page.document.querySelectorAll("script[src], link[href]"))
        await take(script.getAttribute("src") ?? script.getAttribute("href") ?? "");
      await take(`${attempt}.data?page=${page}`);
    }
    await guest.get(`${attempt}/summary`);
    await take(`${attempt}/summary.data`);
    for (const early of ["review", "review.data", "submission", "answers"]) await take(`${attempt}/${early}`);
    return [...bytes, ...guest.seen.map((page) => page.html + JSON.stringify([...page.headers]))].join("\n");
  }

  it("tells nothing of keys, reasons, hints or misconceptions in any byte", async () => {
    expect(leaks(await everything())).toEqual([]);
  });

  it("is searched by a finder that finds: the review afterwards tells nearly all of it", async () => {
    const guest = new Visitor(keyhole);
    await guest.get("/quizzes/in-transit-and-at-rest");
    await guest.submit("Start");
    await guest.submit("Check before handing in");
    await guest.submit("Hand in");
    expect(leaks(guest.page.html).length).toBeGreaterThan(50);
  });

  it("would be caught telling: one key put into a Body is found", async () => {
    const sql = postgres(keyhole.env.DATABASE_URL as string, { max: 1 });
    const before = await sql`select id, body from item_versions where item_id = 'L1.Q01'`;
    await sql`update item_versions set body = jsonb_set(body, '{options,0,text}', to_jsonb(body #>> '{options,0,text}' || ' ' || key::text)) where item_id = 'L1.Q01'`;
    try {
      expect(leaks((await everything()).replaceAll(": ", ":").replaceAll(", ", ","))).not.toEqual([]);
    } finally {
      for (const { id, body } of before) await sql`update item_versions set body = ${sql.json(body)} where id = ${id}`;
      await sql.end();
    }
  });
});
