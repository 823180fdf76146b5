import { beforeAll, describe, expect, it } from "vitest";
import { type Keyhole, startKeyhole } from "../keyhole";
import { attemptOn, sendAnswer, startAsGuest } from "../playing";
import { withKeyhole, withSql } from "../running";
import { join, makeClass, signUp } from "../school";
import { engines } from "../stores";
import { Visitor } from "../visitor";

const secret = "a long enough password";

describe.each(engines)("signing in behind one address, on %s", (engine) => {
  const keyhole = withKeyhole(engine);
  /** Another process on the same database, where there can be one. */
  const second = engine === "postgres" ? withKeyhole(engine, () => startKeyhole(engine, keyhole.env)) : keyhole;
  let teacher: Visitor;
  let room: { address: string; code: string };
  beforeAll(async () => {
    teacher = await signUp(keyhole, "Ms Rivera");
    room = await makeClass(teacher, "9B");
  });

  const enter = async (name: string, pin: string, by: Pick<Keyhole, "origin"> = keyhole) => {
    const visitor = new Visitor(by);
    await visitor.get(`/join/${room.code}`);
    await visitor.submit("Sign in with the PIN", { name, pin });
    return visitor;
  };
  const guess = (visitor: Visitor, name: string, pin: string) =>
    visitor.fetch(`/join/${room.code}/sign-in`, { method: "POST", body: new URLSearchParams({ name, pin }) });
  const otherThan = (pin: string, number: number) => String((Number(pin) + number) % 1_000_000).padStart(6, "0");

  it("a pupil who guesses a thousand PINs, at both processes, is slowed, and 29 others come in at the first try", async () => {
    const pupils: { name: string; pin: string }[] = [];
    for (let number = 1; number <= 30; number++) {
      const name = `Pupil ${number}`;
      pupils.push({ name, pin: (await join(keyhole, room.code, name)).pin });
    }
    const [victim, ...others] = pupils;
    if (!victim) throw new Error("nobody");
    const doors = [new Visitor(keyhole), new Visitor(second)];
    const statuses: number[] = [];
    let stopped = Number.NaN;
    for (let tries = 1; tries <= 1000; tries++) {
      const answer = await guess(doors[tries % 2] as Visitor, victim.name, otherThan(victim.pin, tries));
      statuses.push(answer.status);
      if (statuses.length === 10) stopped = performance.now();
      await answer.arrayBuffer();
    }
    // One more is looked at after a minute, after two more, after four more, where the guesses take that long.
    const later = Math.floor(Math.log2(1 + (performance.now() - stopped) / 60_000));
    expect(statuses.slice(0, 11)).toEqual([...Array(10).fill(400), 429]);
    expect([...new Set(statuses)]).toEqual([400, 429]);
    expect(statuses.filter((status) => status === 400).length).toBeLessThanOrEqual(10 + later);
    for (const [index, one] of others.entries()) {
      const pupil = await enter(one.name, one.pin, index % 2 ? keyhole : second);
      expect([one.name, new URL(pupil.page.url).pathname]).toEqual([one.name, "/me"]);
    }
  });

  it("who has to wait reads until when, and finds the name as it was typed and the PIN gone", async () => {
    const [ana] = [await join(keyhole, room.code, "Ana")];
    const visitor = new Visitor(keyhole);
    await visitor.get(`/join/${room.code}`);
    for (let tries = 1; tries <= 11; tries++)
      await visitor.submit("Sign in with the PIN", { name: "Ana", pin: otherThan(ana.pin, tries) });
    const { status, headers, document } = visitor.page;
    expect([status, Number(headers.get("Retry-After")) > 0]).toEqual([429, true]);
    expect(visitor.words).toContain("Try again in a minute. Nothing is locked.");
    expect(document.querySelector("#back-name")?.getAttribute("value")).toBe("Ana");
    expect(visitor.page.html).not.toContain(otherThan(ana.pin, 11));
    // The browser in which she joined knows her, and she is in there all along.
    await ana.get("/me");
    expect(ana.page.status).toBe(200);
    await ana.submit("Sign Ana out");
    await ana.get(`/join/${room.code}`);
    await ana.submit("Sign in with the PIN", { name: "Ana", pin: ana.pin });
    expect(new URL(ana.page.url).pathname).toBe("/me");
  });

  it("nobody is told whether a name, a login or only the secret is wrong, before and after there is a wait", async () => {
    await join(keyhole, room.code, "Ben");
    const pages = async (press: RegExp, address: string, typed: Record<string, string>[]) => {
      const said: string[][] = typed.map(() => []);
      for (const [index, fields] of typed.entries()) {
        const visitor = new Visitor(keyhole);
        await visitor.get(address);
        for (let tries = 0; tries < 12; tries++) {
          await visitor.submit(press, fields);
          const { status, headers } = visitor.page;
          const waits = Math.ceil(Number(headers.get("Retry-After") ?? 0) / 60);
          said[index]?.push(`${status} ${waits} ${visitor.words.replaceAll(fields.name ?? fields.login ?? "", "…")}`);
        }
      }
      return said;
    };
    const [ben, nobody] = await pages(/^Sign in with the PIN$/, `/join/${room.code}`, [
      { name: "Ben", pin: "no pin" },
      { name: "Xyz", pin: "no pin" },
    ]);
    expect(nobody).toEqual(ben);
    const [rivera, stranger] = await pages(/^Sign in$/, "/sign-in", [
      { login: "ms-rivera@school.test", password: "not the password" },
      { login: "no-rivera@school.test", password: "not the password" },
    ]);
    expect(stranger).toEqual(rivera);
    expect(rivera?.map((said) => said.slice(0, 3))).toEqual([...Array(10).fill("400"), "429", "429"]);
  });
});

describe.each(engines)("one's sessions, without JavaScript, on %s", (engine) => {
  const keyhole = withKeyhole(engine);
  const second = engine === "postgres" ? withKeyhole(engine, () => startKeyhole(engine, keyhole.env)) : keyhole;
  const agents = {
    phone: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605 Version/18.5 Mobile Safari/604.1",
    school: "Mozilla/5.0 (X11; CrOS x86_64 16181.61.0) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36",
  };
  const login = "paula-plain@school.test";
  /** Paula in another browser, at the other process. */
  async function paulaOn(agent: keyof typeof agents, password = secret) {
    const visitor = new Visitor(second);
    const body = new URLSearchParams({ login, password });
    await visitor.fetch("/sign-in", { method: "POST", body, headers: { "User-Agent": agents[agent] } });
    return visitor;
  }
  const isIn = async (visitor: Visitor) => new URL((await visitor.get("/me")).url).pathname === "/me";
  let paula: Visitor;
  beforeAll(async () => {
    await signUp(keyhole, "Hanna Host");
    paula = await signUp(keyhole, "Paula Plain");
  });

  it("are listed with the kind of browser, and ended one by one or all the others at once", async () => {
    await paula.get("/me");
    expect(paula.page.document.querySelector('a[href="/me/sessions"]')).not.toBeNull();
    await paula.get("/me/sessions");
    expect(paula.words).toContain("Only here, in this browser.");
    const [phone, school] = [await paulaOn("phone"), await paulaOn("school")];
    await paula.get("/me/sessions");
    const listed = () => [...paula.page.document.querySelectorAll("main .given strong")].map((one) => one.textContent);
    expect(listed()).toEqual(["A browser", "Chrome on a Chromebook", "Safari on an iPhone"]);
    await paula.submit(/^Sign out there: Safari on an iPhone/);
    expect([listed().length, await isIn(phone), await isIn(school), await isIn(paula)]).toEqual([2, false, true, true]);
    const again = await paulaOn("phone");
    await paula.get("/me/sessions");
    await paula.submit("Sign out in the other 2");
    expect([listed(), await isIn(again), await isIn(school), await isIn(paula)]).toEqual([
      ["A browser"],
      false,
      false,
      true,
    ]);
  });

  it("of others are out of reach, by the name that their own page gives them", async () => {
    const other = await signUp(keyhole, "Olga Other");
    await paulaOn("school");
    await paula.get("/me/sessions");
    const action = paula.page.document.querySelector('form[action$="/closure"]')?.getAttribute("action") as string;
    for (const address of [action, "/me/sessions/closure", "/me/sessions/made-up/closure"])
      expect((await other.fetch(address, { method: "POST", body: new URLSearchParams() })).status).toBe(302);
    await paula.get("/me/sessions");
    expect(paula.page.document.querySelectorAll("main .given li").length).toBe(2);
  });

  it("end everywhere but here when the password changes, which asks for the old one", async () => {
    const school = await paulaOn("school");
    const before = paula.page;
    await paula.get("/me/password");
    await paula.submit("Change it", { current: "not my password", password: "another few words of mine" });
    expect([paula.page.status, paula.words]).toEqual([400, expect.stringContaining("not your password now")]);
    for (const [bad, why] of [
      ["too short", "at least 15 characters"],
      ["paula-plain-paula-plain", "what others know"],
      ["password-password-1", "Many people"],
    ] as const) {
      await paula.submit("Change it", { current: secret, password: bad });
      expect([bad, paula.page.status, paula.words]).toEqual([bad, 400, expect.stringContaining(why)]);
      expect(paula.page.html).not.toContain(bad);
    }
    expect(await isIn(school)).toBe(true);
    await paula.get("/me/password");
    await paula.submit("Change it", { current: secret, password: "another few words of mine" });
    expect([new URL(paula.page.url).pathname, before.status]).toEqual(["/me/sessions", 200]);
    expect([await isIn(school), await isIn(paula)]).toEqual([false, true]);
    expect([
      await isIn(await paulaOn("phone")),
      await isIn(await paulaOn("phone", "another few words of mine")),
    ]).toEqual([false, true]);
  });
});

describe("a session that runs out in the middle of an attempt", () => {
  const keyhole = withKeyhole("postgres");
  const sql = withSql(keyhole);

  it("saves on, hands in and shows that all has arrived, and saving writes no visit", async () => {
    const student = await startAsGuest(keyhole);
    const attempt = attemptOn(student);
    const seen = async () => (await sql`select seen_at from sessions`)[0]?.seen_at.getTime();
    await sql`update sessions set seen_at = now() - interval '11 minutes'`;
    const before = await seen();
    expect((await sendAnswer(student, attempt, "some-client", 1, "a")).status).toBe(200);
    expect(await seen()).toBe(before);
    await sql`update attempts set started_at = now() - interval '2 minutes'`;
    await sql`update sessions set expires_at = now() - interval '1 minute'`;
    expect((await sendAnswer(student, attempt, "other-client", 2, "a")).status).toBe(200);
    await student.get(`${attempt}/summary`);
    expect(await seen()).toBeGreaterThan(before);
    await student.submit("Hand in");
    expect(student.words).toContain("1 of 14 answers received");
    expect((await sql`select 1 from answer_log`).length).toBe(2);
    await sql`update attempts set submitted_at = now() - interval '61 minutes'`;
    expect((await student.fetch("/me")).headers.get("Location")).toContain("/sign-in");
  });
});
