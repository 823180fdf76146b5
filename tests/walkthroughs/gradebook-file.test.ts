import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Keyhole, startKeyhole } from "../keyhole";
import { assignQuiz, join, makeClass, signUp } from "../school";

describe("the gradebook as a file", () => {
  let keyhole: Keyhole;
  beforeAll(async () => {
    keyhole = await startKeyhole("postgres");
  });
  afterAll(async () => {
    await keyhole?.stop();
    // What broke on purpose was printed.
    expect(keyhole?.output()).toContain("Failed query");
  });

  it("begins with its heads before its students are read, and breaks off where they cannot be", async () => {
    const teacher = await signUp(keyhole, "Ms Rivera");
    const { address, code } = await makeClass(teacher, "9B");
    await assignQuiz(teacher, address, { title: "A quiz" });
    await join(keyhole, code, "Ana");
    const whole = await (await teacher.fetch(`${address}/gradebook.csv`)).text();
    const [heads = "", ...students] = whole.trim().split("\r\n");
    expect(students).toHaveLength(1);
    const sql = postgres(keyhole.env.DATABASE_URL as string, { max: 2 });
    await sql.begin(async (held) => {
      // Of a gradebook only the students' work asks for answers.
      await held`lock table responses in access exclusive mode`;
      const answer = await teacher.fetch(`${address}/gradebook.csv`);
      expect(answer.status).toBe(200);
      const reader = answer.body?.getReader();
      let got = "";
      while (!got.includes("\r\n"))
        got += new TextDecoder("utf-8", { ignoreBOM: true }).decode((await reader?.read())?.value);
      expect(got).toBe(`\uFEFF${heads}\r\n`);
      const rest = (async () => {
        for (;;) if ((await reader?.read())?.done) return "ended";
      })().catch(() => "broken off");
      let over = false;
      void rest.then(() => {
        over = true;
      });
      while (!over) {
        await sleep(20);
        await sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`;
      }
      expect(await rest).toBe("broken off");
    });
    await sql.end();
    expect(await (await teacher.fetch(`${address}/gradebook.csv`)).text()).toBe(whole);
  });
});
