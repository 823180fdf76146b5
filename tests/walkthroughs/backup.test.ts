import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { admin } from "../admin";
import { type Keyhole, startKeyhole } from "../keyhole";
import { attemptOn, play, sendAnswer, solution } from "../playing";
import { withKeyhole } from "../running";
import { assignQuiz, join, makeClass, signUp } from "../school";
import { type Engine, engines, freshDatabase } from "../stores";
import { Visitor } from "../visitor";

const both: Engine[] = ["postgres", "embedded"];
const letters = ["a", "b", "c", "d"];

describe.each(engines)("a backup of a class at work on %s", (engine) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-backup-"));
  const keyhole = withKeyhole(engine);
  const students: (Visitor & { pin: string })[] = [];
  let teacher: Visitor;
  let address: string;
  let code: string;
  beforeAll(async () => {
    teacher = await signUp(keyhole, "Ms Rivera");
    const made = await makeClass(teacher, "9B");
    address = made.address;
    code = made.code;
    const desk = await assignQuiz(teacher, address, { attemptsAllowed: "2" });
    for (const name of ["Ana", "Ben", "Cem", "Dua", "Eli"]) students.push(await join(keyhole, code, name));
    for (const student of students) {
      await student.get(desk.replace("/teach", ""));
      await student.submit("Start");
    }
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  const pages = async (visitor: Visitor) => {
    const csv = await (await visitor.fetch(`${address}/gradebook.csv`)).text();
    await visitor.get(`${address}/gradebook`);
    return { csv, book: visitor.words };
  };

  /** The same class from a file, on a database of its own. */
  async function restored(file: string, into: Engine): Promise<Keyhole> {
    const database = await freshDatabase(into);
    const env = Object.fromEntries(Object.entries(database).map(([name, value]) => [name, String(value)]));
    const { code: ended, said } = await admin(
      { ...env, SESSION_SECRET: keyhole.env.SESSION_SECRET as string },
      "restore",
      file,
    );
    expect([ended, said]).toEqual([0, expect.stringMatching(/^Restored and read again: [\d,]+ rows of \d+ tables/)]);
    expect(said).not.toContain("SESSION_SECRET");
    return startKeyhole(into, { ...env, SESSION_SECRET: keyhole.env.SESSION_SECRET as string });
  }

  it("holds every answer that was acknowledged before it began, restored into the other database", async () => {
    const file = path.join(folder, "at-work.jsonl.gz");
    const kept: { student: number; value: string; at: number }[] = [];
    let working = true;
    const work: Promise<void>[] = students.map(async (student, number) => {
      for (let round = 0; working; round++) {
        const value = letters[(round + number) % letters.length] as string;
        const answer = await sendAnswer(student, attemptOn(student), `round-${round}-page`, 1, value);
        expect(await answer.json()).toMatchObject({ saved: [{ outcome: "kept" }] });
        kept.push({ student: number, value: `round-${round}-page`, at: performance.now() });
      }
    });
    await Promise.race([until(() => kept.length >= 50), Promise.all(work)]);
    const began = performance.now();
    const { code: ended, said } = await admin(keyhole.env, "backup", file);
    const over = performance.now();
    await Promise.race([until(() => kept.some(({ at }) => at > over)), Promise.all(work)]);
    working = false;
    await Promise.all(work);
    expect([ended, said]).toEqual([0, expect.stringContaining(`Written: ${file}`)]);
    expect(kept.some(({ at }) => at > began && at < over)).toBe(true);

    const ids = students.map((student) => attemptOn(student).split("/")[2]);
    const inFile = new Set(
      gunzipSync(fs.readFileSync(file))
        .toString()
        .split("\n")
        .map((line) => /^\["([0-9a-f-]{36})","1","(round-\d+-page)"/.exec(line))
        .flatMap((found) => (found ? [`${ids.indexOf(found[1] as string)} ${found[2]}`] : [])),
    );
    const before = kept.filter(({ at }) => at < began);
    expect(before.filter(({ student, value }) => !inFile.has(`${student} ${value}`))).toEqual([]);
    const again = await restored(file, engine === "postgres" ? "embedded" : "postgres");
    for (const [number, student] of students.entries()) {
      const visitor = await signedIn(again, student, number);
      await visitor.get(attemptOn(student));
      expect(visitor.page.document.querySelectorAll("[name=q1][checked]")).toHaveLength(1);
    }
    await again.stop();
    expect(again.output()).toBe("");
  });

  it("shows the same marks in either database, and lets everybody in again", async () => {
    for (const student of students.slice(0, 3)) {
      await student.get(attemptOn(student));
      await play(student, solution);
    }
    const file = path.join(folder, "after.jsonl.gz");
    expect((await admin(keyhole.env, "backup", file)).code).toBe(0);
    const then = await pages(teacher);
    expect(then.csv).toContain("Ana");
    const student = students[0] as Visitor;
    const review = `${attemptOn(student)}/review`;
    await student.get(review);
    const told = student.words;
    for (const into of both) {
      const again = await restored(file, into);
      const rivera = new Visitor(again);
      Object.assign(rivera, { cookies: new Map(cookiesOf(teacher)) });
      await rivera.get(`${address}/gradebook`);
      expect(new URL(rivera.page.url).pathname).toBe("/sign-in");
      await rivera.submit("Sign in", { login: "ms-rivera@school.test", password: "a long enough password" });
      expect(await pages(rivera)).toEqual(then);
      const ana = await signedIn(again, students[0] as Visitor & { pin: string }, 0);
      await ana.get(review);
      expect([ana.page.status, ana.words]).toEqual([200, told]);
      await again.stop();
      expect(again.output()).toBe("");
    }
  });

  it("holds nothing by which somebody gets in without SESSION_SECRET", async () => {
    const text = gunzipSync(fs.readFileSync(path.join(folder, "after.jsonl.gz"))).toString();
    expect(text.includes(keyhole.env.SESSION_SECRET as string)).toBe(false);
    for (const { pin } of students) expect(new RegExp(`"${pin}"`).test(text)).toBe(false);
    const tokens = [...students, teacher].map((one) => cookiesOf(one).find(([name]) => name === "session")?.[1] ?? "");
    for (const token of tokens) expect([token.length > 20, text.includes(token)]).toEqual([true, false]);
    // What stands there instead of a token is no token.
    const sessions = text.slice(text.indexOf('{"table":"sessions"'), text.indexOf('{"table":"sign_in_methods"'));
    const hashes = [...sessions.matchAll(/^\["([^"]+)"/gm)].map((found) => found[1] as string);
    expect(hashes.length).toBeGreaterThanOrEqual(tokens.length);
    for (const hash of hashes) {
      const thief = new Visitor(keyhole);
      Object.assign(thief, { cookies: new Map([["session", hash]]) });
      await thief.get("/me/sessions");
      expect(new URL(thief.page.url).pathname).toBe("/sign-in");
    }
  });

  it("under another SESSION_SECRET says so, and opens for no PIN", async () => {
    const database = await freshDatabase("postgres");
    const env = Object.fromEntries(Object.entries(database).map(([name, value]) => [name, String(value)]));
    const apart = { ...env, SESSION_SECRET: "another secret that is long enough too" };
    const { said } = await admin(apart, "restore", path.join(folder, "after.jsonl.gz"));
    expect(said).toContain("SESSION_SECRET is not that of the backup");
    const again = await startKeyhole("postgres", apart);
    const ana = new Visitor(again);
    await ana.get(`/join/${code}`);
    await ana.submit("Sign in with the PIN", { name: "Ana", pin: students[0]?.pin ?? "" });
    expect(ana.page.status).toBe(400);
    await again.stop();
  });

  async function signedIn(at: Keyhole, { pin }: { pin: string }, number: number): Promise<Visitor> {
    const visitor = new Visitor(at);
    await visitor.get(`/join/${code}`);
    await visitor.submit("Sign in with the PIN", { name: ["Ana", "Ben", "Cem", "Dua", "Eli"][number] as string, pin });
    expect(visitor.page.status).toBe(200);
    return visitor;
  }
});

const cookiesOf = (visitor: Visitor) => visitor.cookie.split("; ").map((one) => one.split("=") as [string, string]);

async function until(met: () => boolean): Promise<void> {
  while (!met()) await new Promise((done) => setTimeout(done, 20));
}
