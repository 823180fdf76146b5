import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sessions } from "#drizzle/schema";
import { db } from "~/db.server";
import { signUp } from "~/models/account.server";
import { startPractice } from "~/models/attempt.server";
import { myWork } from "~/models/attempt-list.server";
import { closeJoinCode, joinCode, renewJoinCode } from "~/models/classroom.server";
import { findOpenClass, join, listMyClasses } from "~/models/enrolment.server";
import { grantTeaching } from "~/models/person.server";
import { resetPin } from "~/models/pin.server";
import { remove } from "~/models/roster.server";
import { signInWithPin } from "~/models/sign-in.server";
import { makePerson, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { account, goesBy, joined, made, openClass, overWait } from "./joining";
import { asks } from "./teaching";

describe.each(engines)("joining a class on %s", (engine) => {
  withStore(engine);

  const otherPin = (pin: string) => (pin === "000000" ? "000001" : "000000");

  // The only test that needs an empty installation, so it comes first.
  describe("joining", () => {
    it("finds the class however its code is typed, and nothing once the code is closed or renewed", async () => {
      const { klass, classroom } = await openClass();
      const typed = ` ${classroom.code.slice(0, 3).toLowerCase()} - ${classroom.code.slice(3)} `;
      expect(await findOpenClass(typed)).toMatchObject({ id: klass.id, name: "9B", teacherName: "Ms Rivera" });
      await renewJoinCode(klass);
      expect(await findOpenClass(classroom.code)).toBeNull();
      const renewed = (await joinCode(klass)) ?? "";
      await closeJoinCode(klass);
      expect(await findOpenClass(renewed)).toBeNull();
    });

    it("keeps the guest's row, so that all work stays with the student", async () => {
      const { classroom } = await openClass();
      const guest = await makePerson("Guest");
      const attempt = await startPractice(guest, await makeQuiz());
      expect(await join(classroom, { ...guest, guest: true }, { name: "Ben", once: "" })).toMatchObject({
        id: guest.id,
      });
      expect(await listMyClasses(guest)).toEqual([{ id: classroom.id, name: "9B", role: "student", myName: "Ben" }]);
      expect(await myWork(await goesBy(guest.id))).toMatchObject([{ id: attempt }]);
    });

    it("refuses a name that differs only in case, spaces, invisible characters or Unicode form", async () => {
      const { classroom } = await openClass();
      await joined(classroom, "Zo\u00eb  Ng");
      for (const name of ["zoe\u0308 ng", " ZO\u00cb NG ", "Zo\u00eb\u200b Ng"])
        expect(await join(classroom, null, { name, once: "" })).toBe("taken");
      expect(await join(classroom, null, { name: "Zoe Ng", once: "" })).toMatchObject({ pin: expect.any(String) });
    });

    it("lets one of two in who take the same name at once", async () => {
      const { classroom } = await openClass();
      const both = await Promise.all(["one", "two"].map((once) => join(classroom, null, { name: "Ana", once })));
      expect(both.filter((one) => one === "taken")).toHaveLength(1);
    });

    it("shows the same PIN when the same form comes twice, and makes one person", async () => {
      const { classroom } = await openClass();
      const form = { name: "Ana", once: "one showing of the form" };
      const [first, second] = await Promise.all([join(classroom, null, form), join(classroom, null, form)]);
      expect(second).toEqual(first);
      expect(await join(classroom, { id: (first as { id: string }).id, guest: false }, form)).toEqual(first);
    });

    it("gives no PIN to somebody with a password, and says when somebody is in already", async () => {
      const { classroom } = await openClass();
      const { id } = await made(signUp(null, account()));
      expect(await join(classroom, { id, guest: false }, { name: "Ana", once: "" })).toEqual({ id, pin: null });
      expect(await join(classroom, { id, guest: false }, { name: "Ana", once: "" })).toBe("member");
    });

    it("lets a removed student come back as the same person", async () => {
      const { klass, classroom } = await openClass();
      const { id } = await joined(classroom, "Ana");
      await remove(klass, id);
      expect(await join(classroom, { id, guest: false }, { name: "Ana", once: "" })).toMatchObject({ id });
      expect(await listMyClasses({ id })).toHaveLength(1);
    });
  });

  describe("a PIN", () => {
    it("opens with its name in its class; a wrong one, another name or another class does not", async () => {
      const [here, there] = [await openClass(), await openClass()];
      const { id, pin } = await joined(here.classroom, "Ana");
      await joined(here.classroom, "Ben");
      await joined(there.classroom, "Ana");
      expect(await signInWithPin(here.classroom.id, " ANA ", `${pin.slice(0, 3)} ${pin.slice(3)}`)).toEqual({ id });
      expect(await signInWithPin(here.classroom.id, "Ana", otherPin(pin))).toBeNull();
      expect(await signInWithPin(here.classroom.id, "Ben", pin)).toBeNull();
      expect(await signInWithPin(there.classroom.id, "Ana", pin)).toBeNull();
    });

    it("waits after ten wrong tries for one name; others of the class do not, and the right one opens after the wait", async () => {
      const { classroom } = await openClass();
      const [ana, ben] = [await joined(classroom, "Ana"), await joined(classroom, "Ben")];
      for (let tries = 0; tries < 10; tries++)
        expect(await signInWithPin(classroom.id, "Ana", otherPin(ana.pin))).toBeNull();
      expect(await signInWithPin(classroom.id, "Ana", ana.pin)).toMatchObject({ waitSeconds: expect.any(Number) });
      expect(await signInWithPin(classroom.id, "Ben", ben.pin)).toEqual({ id: ben.id });
      await overWait();
      expect(await signInWithPin(classroom.id, "Ana", ana.pin)).toEqual({ id: ana.id });
    });

    it("that is right clears the count of wrong ones", async () => {
      const { classroom } = await openClass();
      const { id, pin } = await joined(classroom, "Ana");
      for (let round = 0; round < 2; round++) {
        for (let tries = 0; tries < 9; tries++) await signInWithPin(classroom.id, "Ana", otherPin(pin));
        expect(await signInWithPin(classroom.id, "Ana", pin)).toEqual({ id });
      }
    });

    it("is replaced by the teacher at once, wait or not; the old one and its sessions end", async () => {
      const { klass, classroom } = await openClass();
      const { id, pin } = await joined(classroom, "Ana");
      await asks({ id, name: "" }, {});
      for (let tries = 0; tries < 11; tries++) await signInWithPin(classroom.id, "Ana", otherPin(pin));
      const fresh = (await resetPin(klass, id)) ?? "";
      expect(fresh).toMatch(/^\d{6}$/);
      expect(await db().select().from(sessions).where(eq(sessions.personId, id))).toEqual([]);
      expect(await signInWithPin(classroom.id, "Ana", fresh)).toEqual({ id });
      if (pin !== fresh) expect(await signInWithPin(classroom.id, "Ana", pin)).toBeNull();
    });

    it("is not made for people of other classes, for teachers or for those with a password", async () => {
      const [here, there] = [await openClass(), await openClass()];
      expect(await resetPin(here.klass, (await joined(there.classroom, "Ana")).id)).toBeNull();
      expect(await resetPin(here.klass, here.rivera.id)).toBeNull();
      const student = await joined(here.classroom, "Ben");
      await signUp({ id: student.id, sample: null }, account());
      expect(await resetPin(here.klass, student.id)).toBeNull();
    });

    it("ends when its student becomes a teacher", async () => {
      const { classroom } = await openClass();
      const { id, pin } = await joined(classroom, "Ana");
      await signUp({ id, sample: null }, account());
      expect(await signInWithPin(classroom.id, "Ana", pin)).toEqual({ id });
      await grantTeaching(id, null);
      expect(await signInWithPin(classroom.id, "Ana", pin)).toBeNull();
    });
  });
});
