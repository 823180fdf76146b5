import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { quizzes, startAsGuest } from "../playing";
import { withKeyhole } from "../running";
import { leaks, secretsIn, wordsKeptBack } from "./secrets";

/** A wrong answer to the first question of each quiz, so that no key comes back as the student's own. */
const wrongFirst: Record<string, [name: string, value: string]> = {
  "in-transit-and-at-rest": ["q1", "a"],
  "requests-and-direct-access": ["q1.a", "5"],
  "prism-and-upstream": ["q1.s1", "a"],
  capstone: ["q1", "backbone"],
  "lab-practice": ["q1.O1_wifi", "nothing"],
};

describe("an attempt from start to handing in", () => {
  const keyhole = withKeyhole("postgres");

  describe.each(quizzes.map((quiz) => [quiz.slug, quiz] as const))("at the quiz %s", (slug, quiz) => {
    const secrets = secretsIn(quiz, quizzes);

    /** Everything that a student's browser is sent until the moment before handing in. */
    async function everything(): Promise<string> {
      const guest = await startAsGuest(keyhole, slug);
      const bytes: string[] = [];
      const take = async (address: string, init: RequestInit = {}) => {
        const response = await guest.fetch(address, init);
        bytes.push(JSON.stringify([...response.headers]), await response.text());
      };
      await take(`/quizzes/${slug}.data`);
      const attempt = new URL(guest.page.url).pathname;
      const given = [["s1", "1"], wrongFirst[slug]];
      await take(`${attempt}/answers`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ client: "leak-test", answers: [{ slot: 1, seq: 1, ageMs: 0, fields: given }] }),
      });
      const files = new Set<string>();
      for (let page = 1; page <= Math.ceil(quiz.items.length / 3); page++) {
        await guest.get(`${attempt}?page=${page}`);
        for (const file of guest.page.document.querySelectorAll("script[src], link[href]"))
          files.add(file.getAttribute("src") ?? file.getAttribute("href") ?? "");
        await take(`${attempt}.data?page=${page}`);
      }
      expect(guest.words).toContain(quiz.items.at(-1)?.stem);
      for (const file of files) await take(file);
      await guest.get(`${attempt}/summary`);
      await take(`${attempt}/summary.data`);
      await take(`${attempt}/pages`);
      for (const early of ["review", "review.data", "submission", "answers"]) await take(`${attempt}/${early}`);
      return [...bytes, ...guest.seen.map((page) => page.html + JSON.stringify([...page.headers]))].join("\n");
    }

    it("tells nothing of keys, reasons, hints or misconceptions in any byte", async () => {
      expect(leaks(await everything(), secrets)).toEqual([]);
    });

    it("is searched by a finder that finds: the review afterwards tells of every question", async () => {
      const guest = await startAsGuest(keyhole, slug);
      await guest.submit("Check before handing in");
      await guest.submit("Hand in");
      const found = leaks(guest.page.html, secrets);
      for (const item of quiz.items)
        expect([item.id, wordsKeptBack(item).some((text) => found.includes(text))]).toEqual([item.id, true]);
      expect(found.length).toBeGreaterThan(2 * quiz.items.length);
    });

    // The proof needs an option to write the key into; every quiz of the course has one, the practice of the lab has not.
    if (!quiz.items.some((item) => item.interaction === "choice")) return;
    it("would be caught telling: one key put into a Body is found", async () => {
      const sql = postgres(keyhole.env.DATABASE_URL as string, { max: 1 });
      const [, version] = await sql`
        select id, body from item_versions where interaction = 'choice' and item_id in ${sql(quiz.items.map((item) => item.id))}`;
      const { id, body } = version as { id: string; body: postgres.JSONValue };
      await sql`update item_versions set body = jsonb_set(body, '{options,0,text}', to_jsonb(body #>> '{options,0,text}' || ' ' || key::text)) where id = ${id}`;
      try {
        expect(leaks((await everything()).replaceAll(": ", ":").replaceAll(", ", ","), secrets)).not.toEqual([]);
      } finally {
        await sql`update item_versions set body = ${sql.json(body)} where id = ${id}`;
        await sql.end();
      }
    });
  });
});
