import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Keyhole, startProcess } from "../keyhole";
import { attemptOn, play, sendAnswer, solution } from "../playing";
import { assignQuiz, join, makeClass, signUp } from "../school";
import { freshDatabase } from "../stores";
import { Visitor } from "../visitor";
import { type Balancer, startBalancer } from "./balancer";

const secret = { SESSION_SECRET: "a secret for tests that is long enough", TRUST_PROXY: "1" };

describe("two processes behind a balancer and a pooler", () => {
  let env: Record<string, string>;
  let processes: Keyhole[];
  let balancer: Balancer;
  let teacher: Visitor;
  let code: string;
  let desk: string;
  beforeAll(async () => {
    const database = Object.entries(await freshDatabase("postgres")).map(([name, value]) => [name, String(value)]);
    env = { ...Object.fromEntries(database), ...secret };
    processes = await Promise.all([startProcess(env), startProcess(env)]);
    balancer = await startBalancer(processes.map(({ origin }) => origin));
    teacher = await signUp({ ...(processes[0] as Keyhole), origin: balancer.origin }, "Ms Rivera");
    const made = await makeClass(teacher, "9B");
    code = made.code;
    desk = await assignQuiz(teacher, made.address, { dueAt: "" });
  });
  afterAll(async () => {
    await balancer?.stop();
    for (const one of processes ?? []) {
      await one.stop();
      expect(one.output()).toBe("");
    }
  });

  /** The same browser, at one process without the balancer. */
  const at = (place: 0 | 1, visitor: Visitor) => {
    const other = new Visitor(processes[place] as Keyhole);
    Object.assign(other, {
      cookies: new Map(visitor.cookie.split("; ").map((one) => one.split("=") as [string, string])),
    });
    return other;
  };
  const student = async (name: string) => {
    const one = await join(balanced(), code, name);
    await one.get(desk.replace("/teach", ""));
    await one.submit("Start");
    return one;
  };
  const balanced = () => ({ ...(processes[0] as Keyhole), origin: balancer.origin });
  const isIn = async (visitor: Visitor) => new URL((await visitor.get("/me")).url).pathname === "/me";

  it("both get their share of the requests", async () => {
    const given = Object.values(balancer.given());
    expect(given).toHaveLength(2);
    expect(Math.abs((given[0] as number) - (given[1] as number))).toBeLessThanOrEqual(1);
  });

  it("a session begun at one is one at the other, and over at both once it is ended", async () => {
    const account = await signUp(balanced(), "Paula Plain");
    const [first, second] = [at(0, account), at(1, account)];
    expect([await isIn(first), await isIn(second)]).toEqual([true, true]);
    await second.get("/sign-out");
    await second.submit("Sign out");
    expect([await isIn(at(0, account)), await isIn(at(1, account))]).toEqual([false, false]);
  });

  it("wrong passwords are counted together, whichever process they were tried at", async () => {
    await signUp(balanced(), "Greta Guessed");
    const answers: number[] = [];
    for (let tries = 0; tries < 12; tries++) {
      const guesser = new Visitor(processes[tries % 2] as Keyhole);
      await guesser.get("/sign-in");
      await guesser.submit("Sign in", {
        login: "greta-guessed@school.test",
        password: `guess number ${tries} of mine`,
      });
      answers.push(guesser.page.status);
    }
    expect(answers).toEqual([...Array(10).fill(400), 429, 429]);
  });

  it("the live view of each shows at once what was answered at the other", async () => {
    const ana = await student("Ana");
    const boards = [at(0, teacher), at(1, teacher)];
    const attempt = attemptOn(ana);
    const signs = ["", ""];
    for (let round = 1; round <= 6; round++) {
      const place = (round % 2) as 0 | 1;
      const saved = await sendAnswer(at(place, ana), attempt, `live-page-${round}`, round, "a");
      expect(saved.status).toBe(200);
      const answers = await Promise.all(
        boards.map((board, number) =>
          board.fetch(`${desk}/live/rows`, { headers: { "If-None-Match": signs[number] as string } }),
        ),
      );
      const pages = await Promise.all(answers.map((answer) => answer.text()));
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect(pages[0]).toContain("Ana");
      expect(pages[0]).toBe(pages[1]);
      for (const [number, answer] of answers.entries()) signs[number] = answer.headers.get("ETag") ?? "";
      const still = await Promise.all(
        boards.map((board, number) =>
          board.fetch(`${desk}/live/rows`, { headers: { "If-None-Match": signs[1 - number] as string } }),
        ),
      );
      expect(still.map(({ status }) => status)).toEqual([304, 304]);
    }
  });

  it("an attempt that is handed in at both at the same time is handed in once", async () => {
    const ben = await student("Ben");
    const attempt = attemptOn(ben);
    const pages = [at(0, ben), at(1, ben)];
    for (const page of pages) await page.get(`${attempt}/summary`);
    await Promise.all(pages.map((page) => page.submit("Hand in")));
    for (const page of pages) expect(page.page.status).toBe(200);
    await teacher.get(desk);
    const rows = [...teacher.page.document.querySelectorAll("tbody tr")].filter((row) =>
      row.textContent?.includes("Ben"),
    );
    expect(rows).toHaveLength(1);
    expect(pages[0]?.words).toBe(pages[1]?.words);
  });

  it("one that is stopped in order and started again loses no answer and fails no request", async () => {
    const cem = await student("Cem");
    const attempt = attemptOn(cem);
    let working = true;
    const kept: string[] = [];
    const failed: unknown[] = [];
    const work = (async () => {
      for (let round = 0; working; round++) {
        const answer = await sendAnswer(cem, attempt, `round-${round}-page`, 1, "abcd"[round % 4] as string);
        if (answer.status === 200) kept.push("abcd"[round % 4] as string);
        else failed.push([answer.status, await answer.text()]);
      }
    })();
    for (const place of [0, 1]) {
      const before = kept.length;
      await processes[place]?.stop();
      processes[place] = await startProcess(env);
      balancer.send(processes.map(({ origin }) => origin));
      while (kept.length < before + 10) await new Promise((done) => setTimeout(done, 20));
    }
    working = false;
    await work;
    expect(failed).toEqual([]);
    await cem.get(attempt);
    expect(cem.page.document.querySelector("[name=q1][checked]")?.getAttribute("value")).toBe(kept.at(-1));
    await play(cem, solution);
    expect(cem.page.status).toBe(200);
  });

  it("without the direct address the start is refused in one line that names it", async () => {
    const { DATABASE_DIRECT_URL: _, ...pooled } = env;
    await expect(startProcess(pooled)).rejects.toThrow(/DATABASE_DIRECT_URL/);
  });
});
