import { and, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { enrolments, people, sessions, signInMethods } from "#drizzle/schema";
import { taughtClass } from "~/access/classes.server";
import { db, rows } from "~/db.server";
import { pinHolders, resetPin, resetPins, stateOfPins } from "~/models/pin.server";
import { remove, removedStudents, students } from "~/models/roster.server";
import { type Imported, importNames } from "~/models/roster-import.server";
import { type RosterList, readRosterList } from "~/models/roster-list";
import { planImport } from "~/models/roster-plan.server";
import { signInWithPin } from "~/models/sign-in.server";
import { engines, withStore } from "../stores";
import { joined, openClass } from "./joining";
import { asks, makeClass, makeStudent } from "./teaching";

describe.each(engines)("students from a list on %s", (engine) => {
  withStore(engine);

  type Klass = Awaited<ReturnType<typeof makeClass>>["klass"];
  const listed = (text: string) => (readRosterList(text) as RosterList).names;
  /** A form that agrees to what this list would do now. */
  const form = async (klass: Klass, text: string, anew: string[] = []) => ({
    once: uuidv7(),
    seen: (await planImport(klass, listed(text))).seen,
    anew,
  });
  const add = async (klass: Klass, text: string, anew: string[] = []) =>
    importNames(klass, listed(text), await form(klass, text, anew));
  const called = async (klass: Klass) => (await students(klass)).map(({ name }) => name);
  const standings = async (klass: Klass, text: string) =>
    (await planImport(klass, listed(text))).names.map(({ row, standing }) => `${row} ${standing}`);
  const counts = async () => [
    await db().$count(people),
    await db().$count(enrolments),
    await db().$count(signInMethods),
  ];
  const later = (klass: Klass) =>
    rows(sql`update sign_in_methods set created_at = now() - interval '3 minutes' where class_id = ${klass.id}::uuid`);

  it("says of each row what would happen, by the names that joining compares, and stores nothing", async () => {
    const { klass } = await makeClass();
    await makeStudent(klass, "Zoë  Ng");
    const before = await counts();
    const long = "x".repeat(61);
    expect(
      await standings(klass, `name,group\nAna,\n ZOË\u200b ng,\nana,\n,Red\n${long},\nB\ufffdn,\nMs Rivera,`),
    ).toEqual(["2 new", "3 here", "4 twice", "5 wrong", "6 wrong", "7 wrong", "8 here"]);
    expect(await counts()).toEqual(before);
  });

  it("makes a student of each name, who signs in with the PIN of the card and with no other", async () => {
    const { klass } = await makeClass();
    const { added, cards } = (await add(klass, "Ana Ng\nBen Ode\nana ng")) as Imported;
    expect([added, await called(klass)]).toEqual([2, ["Ana Ng", "Ben Ode"]]);
    for (const { personId, name, pin } of cards) {
      expect(pin).toMatch(/^\d{6}$/);
      expect(await signInWithPin(klass.id, name, pin)).toEqual({ id: personId });
    }
    const [ana, ben] = cards;
    if (ana?.pin !== ben?.pin) expect(await signInWithPin(klass.id, "Ana Ng", ben?.pin ?? "")).toBeNull();
    const stored = JSON.stringify(await db().select().from(signInMethods).where(eq(signInMethods.classId, klass.id)));
    for (const { pin } of cards) expect(stored).not.toContain(pin);
  });

  it("stores nothing of a list that has a row to put right, even when somebody agrees to it", async () => {
    const { klass } = await makeClass();
    const before = await counts();
    expect(await add(klass, "name,group\nAna,\n,Red")).toBe("changed");
    expect(await counts()).toEqual(before);
  });

  it("stores nothing when somebody joined under one of the names since it was looked at", async () => {
    const { klass, classroom } = await openClass();
    const agreed = await form(klass, "Ana\nBen\nCem");
    await joined(classroom, "Ben");
    const before = await counts();
    expect(await importNames(klass, listed("Ana\nBen\nCem"), agreed)).toBe("changed");
    expect([await counts(), await called(klass)]).toEqual([before, ["Ben"]]);
  });

  it("adds all or none of two lists that are agreed to at once and share a name", async () => {
    const { klass } = await makeClass();
    const lists = ["Ana\nBen\nCem", "Dora\nCem\nBen"];
    const forms = await Promise.all(lists.map((text) => form(klass, text)));
    const done = await Promise.all(lists.map((text, index) => importNames(klass, listed(text), forms[index]!)));
    expect(done.filter((one) => one === "changed")).toHaveLength(1);
    expect(await called(klass)).toEqual(done[0] === "changed" ? ["Ben", "Cem", "Dora"] : ["Ana", "Ben", "Cem"]);
  });

  it("adds all or none while somebody joins under one of the names", async () => {
    const { klass, classroom } = await openClass();
    const agreed = await form(klass, "Ana\nBen");
    const [done] = await Promise.all([importNames(klass, listed("Ana\nBen"), agreed), joined(classroom, "Ben")]);
    expect(await called(klass)).toEqual(done === "changed" ? ["Ben"] : ["Ana", "Ben"]);
  });

  it("makes one set of a form that is sent twice, also at once, and shows the same PINs for two minutes only", async () => {
    const { klass } = await makeClass();
    const agreed = await form(klass, "Ana\nBen");
    const send = () => importNames(klass, listed("Ana\nBen"), agreed);
    const [one, other] = await Promise.all([send(), send()]);
    expect(other).toEqual(one);
    expect(await send()).toEqual(one);
    await later(klass);
    expect(await send()).toEqual({ added: 2, cards: [], returned: [], grouped: 0 });
    expect(await called(klass)).toEqual(["Ana", "Ben"]);
  });

  it("does not show a PIN again that has been replaced since", async () => {
    const { klass } = await makeClass();
    const agreed = await form(klass, "Ana\nBen");
    const first = (await importNames(klass, listed("Ana\nBen"), agreed)) as Imported;
    await resetPin(klass, first.cards[0]!.personId);
    const again = (await importNames(klass, listed("Ana\nBen"), agreed)) as Imported;
    expect(again.cards).toEqual(first.cards.slice(1));
  });

  it("brings a removed student of the name back as the same person, whose PIN holds", async () => {
    const { klass } = await makeClass();
    const { cards } = (await add(klass, "Ana\nBen")) as Imported;
    const [ana] = cards;
    await remove(klass, ana!.personId);
    expect(await standings(klass, "ANA\nBen\nCem")).toEqual(["1 back", "2 here", "3 new"]);
    expect(await add(klass, "ANA\nBen\nCem")).toMatchObject({ added: 1, returned: ["ANA"], cards: [{ name: "Cem" }] });
    expect(await called(klass)).toEqual(["Ana", "Ben", "Cem"]);
    expect(await signInWithPin(klass.id, "Ana", ana!.pin)).toEqual({ id: ana!.personId });
  });

  it("makes somebody new of a removed student's name when the teacher says that it is somebody else", async () => {
    const { klass } = await makeClass();
    const ana = await makeStudent(klass, "Ana");
    await remove(klass, ana.id);
    expect(await add(klass, "Ana", [ana.id])).toMatchObject({ added: 1, returned: [] });
    expect((await removedStudents(klass)).map(({ personId }) => personId)).toEqual([ana.id]);
    expect((await students(klass)).map(({ personId }) => personId)).not.toContain(ana.id);
  });

  it("adds the same names to another class as other people", async () => {
    const [here, there] = [await makeClass(), await makeClass()];
    const both = [await add(here.klass, "Ana"), await add(there.klass, "Ana")] as Imported[];
    expect(both[0]!.cards[0]!.personId).not.toBe(both[1]!.cards[0]!.personId);
  });

  describe("new PINs for many", () => {
    const pins = async (klass: Klass, ids: string[]) => ({
      once: uuidv7(),
      seen: stateOfPins(await pinHolders(klass, ids)),
    });

    it("end the old ones and their sessions, and nobody else's", async () => {
      const { klass } = await makeClass();
      const { cards } = (await add(klass, "Ana\nBen\nCem")) as Imported;
      for (const { personId: id, name } of cards) await asks({ id, name }, {});
      const ids = cards.slice(0, 2).map(({ personId }) => personId);
      const made = await resetPins(klass, ids, await pins(klass, ids));
      if (made === "changed") throw new Error(made);
      expect(made.map(({ name }) => name)).toEqual(["Ana", "Ben"]);
      for (const { personId, name, pin } of made) {
        expect(await signInWithPin(klass.id, name, pin)).toEqual({ id: personId });
        const old = cards.find((one) => one.personId === personId)!.pin;
        if (old !== pin) expect(await signInWithPin(klass.id, name, old)).toBeNull();
        expect(await db().$count(sessions, eq(sessions.personId, personId))).toBe(0);
      }
      expect(await signInWithPin(klass.id, "Cem", cards[2]!.pin)).toEqual({ id: cards[2]!.personId });
      expect(await db().$count(sessions, eq(sessions.personId, cards[2]!.personId))).toBe(1);
    });

    it("are the same when the form is sent twice, and an old form ends no newer PIN", async () => {
      const { klass } = await makeClass();
      const ids = ((await add(klass, "Ana\nBen")) as Imported).cards.map(({ personId }) => personId);
      const agreed = await pins(klass, ids);
      const made = await resetPins(klass, ids, agreed);
      expect(await resetPins(klass, ids, agreed)).toEqual(made);
      const fresh = await resetPins(klass, ids, await pins(klass, ids));
      expect(await resetPins(klass, ids, agreed)).toBe("changed");
      for (const { name, personId, pin } of fresh as Exclude<typeof fresh, string>)
        expect(await signInWithPin(klass.id, name, pin)).toEqual({ id: personId });
    });

    it("are not made for students of another class, for removed ones and for teachers", async () => {
      const [here, there] = [await makeClass(), await makeClass()];
      const [ana, ben] = [await makeStudent(there.klass, "Ana"), await makeStudent(here.klass, "Ben")];
      await remove(here.klass, ben.id);
      const klass = await taughtClass(await asks(here.rivera, { class: here.klass.id }));
      expect(await pinHolders(klass, [ana.id, ben.id, here.rivera.id])).toEqual([]);
      const pin = and(eq(signInMethods.classId, klass.id), eq(signInMethods.kind, "pin"));
      expect(await db().$count(signInMethods, pin)).toBe(0);
    });
  });
});
