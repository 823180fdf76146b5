import { uuidv7 } from "uuidv7";
import { describe, expect, it, vi } from "vitest";
import { signIn, signUp } from "~/models/account.server";
import { findOpenClass } from "~/models/enrolment.server";
import { type From, withKnown } from "~/models/known-browser";
import { resetPin } from "~/models/pin.server";
import { signInWithPin } from "~/models/sign-in.server";
import { countNewcomer, isWait } from "~/models/throttle.server";
import { engines, withStore } from "../stores";
import { account, joined, login, made, openClass, overWait, secret } from "./joining";

describe.each(engines)("guessing on %s", (engine) => {
  withStore(engine);

  const place = () => ({ address: `203.0.113.${uuidv7()}` });
  /** PINs in turn that are nobody's of these. */
  function* wrongPins(right: string[]) {
    for (let number = 0; ; number = (number + 1) % 1_000_000) {
      const pin = String(number).padStart(6, "0");
      if (!right.includes(pin)) yield pin;
    }
  }
  async function classOf(size: number) {
    const { klass, classroom } = await openClass();
    const students: { name: string; id: string; pin: string }[] = [];
    for (let number = 1; number <= size; number++) {
      const name = `Student ${number}`;
      students.push({ name, ...(await joined(classroom, name)) });
    }
    const wrong = wrongPins(students.map(({ pin }) => pin));
    /** One wrong PIN for this name. @returns whether anybody looked at it */
    const guess = async (name: string, from: From) => {
      const found = await signInWithPin(klass.id, name, wrong.next().value as string, from);
      expect(found === null || isWait(found)).toBe(true);
      return found === null;
    };
    const enter = ({ name, pin }: { name: string; pin: string }, from: From) =>
      signInWithPin(klass.id, name, pin, from);
    return { klass, classroom, students, guess, enter };
  }

  it("at a thousand PINs of one classmate is looked at ten times, and the other 28 of that address come in at the first try", async () => {
    const { students, guess, enter } = await classOf(30);
    const school = place();
    const [guesser, victim, ...others] = students;
    if (!guesser || !victim) throw new Error("too few");
    let looks = 0;
    for (let tries = 0; tries < 1000; tries++) if (await guess(victim.name, school)) looks++;
    expect(looks).toBe(10);
    for (const one of [guesser, ...others]) expect(await enter(one, school)).toEqual({ id: one.id });
    expect(await enter(victim, school)).toMatchObject({ waitSeconds: expect.any(Number) });
  });

  it("makes nobody wait at another address, in a browser that knows them, or after a new PIN", async () => {
    const { klass, students, guess, enter } = await classOf(2);
    const school = place();
    const [ana, ben] = students;
    if (!ana || !ben) throw new Error("too few");
    for (let tries = 0; tries < 20; tries++) await guess(ana.name, school);
    expect(isWait(await enter(ana, school))).toBe(true);
    expect(await enter(ana, place())).toEqual({ id: ana.id });
    const known = { ...school, browser: withKnown(withKnown(null, ben.id), ana.id) };
    expect(await enter(ana, known)).toEqual({ id: ana.id });
    // What the browser keeps opens no door and helps with nobody else's name.
    expect(isWait(await enter(ana, { ...school, browser: withKnown(null, ben.id) }))).toBe(true);
    expect(isWait(await enter(ana, { ...school, browser: "made.up" }))).toBe(true);
    const pin = (await resetPin(klass, ana.id)) as string;
    expect(await enter({ ...ana, pin }, school)).toEqual({ id: ana.id });
  });

  it("in a browser that knows them is counted there, by itself", async () => {
    const { students, guess, enter } = await classOf(1);
    const [ana] = students;
    if (!ana) throw new Error("too few");
    const shared = { ...place(), browser: withKnown(null, ana.id) };
    let looks = 0;
    for (let tries = 0; tries < 30; tries++) if (await guess(ana.name, shared)) looks++;
    expect(looks).toBe(10);
    expect(await enter(ana, { ...shared, browser: withKnown(null, ana.id) })).toEqual({ id: ana.id });
  });

  it("by one PIN at a time for all names of a class is slowed after two rounds, and other classes there notice nothing", async () => {
    const { students, guess, enter } = await classOf(30);
    const next = await classOf(5);
    const school = place();
    const rounds: number[] = [];
    for (let round = 0; round < 10; round++) {
      let looks = 0;
      for (const { name } of students) if (await guess(name, school)) looks++;
      rounds.push(looks);
    }
    expect(rounds).toEqual([30, 30, 1, 0, 0, 0, 0, 0, 0, 0]);
    for (const one of next.students) expect(await next.enter(one, school)).toEqual({ id: one.id });
    for (const one of students)
      expect(await enter(one, { ...school, browser: withKnown(null, one.id) })).toEqual({ id: one.id });
    await overWait();
    // When a wait is over there is one look for each name, and then a longer wait.
    let looks = 0;
    for (const { name } of students) for (let twice = 0; twice < 2; twice++) if (await guess(name, school)) looks++;
    expect(looks).toBe(30);
  });

  it("from many addresses at one account is slowed by the account's own count", async () => {
    const name = login();
    await signUp(null, account({ login: name }));
    let looks = 0;
    for (let tries = 0; tries < 70; tries++) if ((await signIn(name, "wrong", place())) === null) looks++;
    expect(looks).toBe(50);
  });

  it("is not what a class does that mistypes and then types right: nobody of it waits", async () => {
    const { students, guess, enter } = await classOf(30);
    const school = place();
    for (const one of students) {
      for (let slips = 0; slips < 5; slips++) expect(await guess(one.name, school)).toBe(true);
      expect(await enter(one, school)).toEqual({ id: one.id });
    }
    const late = await classOf(1);
    expect(await late.guess("Student 1", school)).toBe(true);
    expect(await late.guess("Student 1", school)).toBe(true);
  });

  it("at codes shuts no class whose code was found from there before", async () => {
    const { classroom } = await openClass();
    const { address } = place();
    expect(await findOpenClass(classroom.code, address)).toMatchObject({ id: classroom.id });
    let looks = 0;
    for (let tries = 0; tries < 3100; tries++) if ((await findOpenClass(`W${tries}`, address)) === null) looks++;
    expect(looks).toBe(3000);
    expect(await findOpenClass(classroom.code, address)).toMatchObject({ id: classroom.id });
  });

  it("or filling one class with names that nobody has shuts no other class", async () => {
    const { address } = place();
    let waits = 0;
    for (let tries = 0; tries < 310; tries++) if (await countNewcomer(address, "one class")) waits++;
    expect([waits, await countNewcomer(address, "another class"), await countNewcomer(address)]).toEqual([
      10,
      null,
      null,
    ]);
  });

  it("costs the server the same whether there is such an account, name or neither", async () => {
    const counts = { hash: 0, verify: 0 };
    vi.resetModules();
    vi.doMock("@node-rs/argon2", async (original) => {
      const real = await original<typeof import("@node-rs/argon2")>();
      return {
        ...real,
        hash: (...args: Parameters<typeof real.hash>) => {
          counts.hash++;
          return real.hash(...args);
        },
        verify: (...args: Parameters<typeof real.verify>) => {
          counts.verify++;
          return real.verify(...args);
        },
      };
    });
    try {
      const counted = await import("~/models/account.server");
      const { signInWithPin: pinIn } = await import("~/models/sign-in.server");
      const name = login();
      await made(counted.signUp(null, account({ login: name })));
      const { students, klass } = await classOf(1);
      await counted.signIn(name, secret);
      const cost = async (look: () => Promise<unknown>) => {
        const before = { ...counts };
        await look();
        return [counts.hash - before.hash, counts.verify - before.verify];
      };
      const [student] = students;
      const other = student?.pin === "000000" ? "000001" : "000000";
      expect(await cost(() => counted.signIn(name, "wrong"))).toEqual([0, 1]);
      expect(await cost(() => counted.signIn(login(), "wrong"))).toEqual([0, 1]);
      expect(await cost(() => counted.signIn(name, secret))).toEqual([0, 1]);
      expect(await cost(() => pinIn(klass.id, "Student 1", other))).toEqual([0, 1]);
      expect(await cost(() => pinIn(klass.id, "Nobody", other))).toEqual([0, 1]);
      expect(await cost(() => counted.signUp(null, account({ login: name })))).toEqual([1, 0]);
      expect(await cost(() => counted.signUp(null, account()))).toEqual([1, 0]);
      const [there, nobody] = [name, login()];
      for (let tries = 0; tries < 12; tries++) for (const one of [there, nobody]) await counted.signIn(one, "wrong");
      expect(await cost(() => counted.signIn(there, "wrong"))).toEqual([0, 0]);
      expect(await cost(() => counted.signIn(nobody, "wrong"))).toEqual([0, 0]);
    } finally {
      vi.doUnmock("@node-rs/argon2");
      vi.resetModules();
    }
  });
});
