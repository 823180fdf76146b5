import { describe, expect, it } from "vitest";
import { myAttempt } from "~/access/attempts.server";
import { myAssignment, seenClass, taughtClass } from "~/access/classes.server";
import { save } from "~/models/answer-log.server";
import { startAssigned } from "~/models/attempt.server";
import { archive, bringClassBack, joinCode, listAtDesk, listTaught } from "~/models/classroom.server";
import { findOpenClass, join, type OpenClass } from "~/models/enrolment.server";
import { gradebook } from "~/models/gradebook.server";
import { practiceClosedBy } from "~/models/held-back.server";
import { listMine } from "~/models/my-assignments.server";
import { remove } from "~/models/roster.server";
import { signInWithPin } from "~/models/sign-in.server";
import { submit } from "~/models/submission.server";
import { answer, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { asks, give, handIn, makeClass, makeStudent, work } from "./teaching";

describe.each(engines)("an archived class on %s", (engine) => {
  withStore(engine);

  it("is in no list of what to do, starts nothing, and what was done in it stays readable", async () => {
    const { rivera, klass } = await makeClass();
    const [quiz, other] = [await makeQuiz(), await makeQuiz()];
    const [done, never] = [await give(rivera, klass, quiz), await give(rivera, klass, other)];
    const ana = await makeStudent(klass, "Ana");
    const attempt = await handIn(ana, done, ["a"]);
    await archive(klass);
    expect(await listMine(ana)).toEqual([]);
    expect(await startAssigned(await myAssignment(await asks(ana, { assignment: never.id })))).toBe("archived");
    expect(await practiceClosedBy({ id: ana.id, guest: false }, other)).toBeNull();
    expect(await myAttempt(await asks(ana, { attempt }))).toMatchObject({ released: true, state: "marked" });
    expect((await seenClass(await asks(rivera, { class: klass.id }))).archivedAt).toBeInstanceOf(Date);
    expect((await gradebook(klass)).students).toHaveLength(1);
    expect([await listTaught(rivera), await listAtDesk(rivera)]).toMatchObject([[], [{ id: klass.id }]]);
    await bringClassBack(await taughtClass(await asks(rivera, { class: klass.id })));
    expect(await listMine(ana)).toHaveLength(2);
    expect(await startAssigned(await myAssignment(await asks(ana, { assignment: never.id })))).toMatch(
      /^[0-9a-f-]{36}$/,
    );
  });

  it("lets an attempt under way be finished", async () => {
    const { rivera, klass } = await makeClass();
    const given = await give(rivera, klass, await makeQuiz());
    const ana = await makeStudent(klass, "Ana");
    const id = await work(ana, given, ["a"]);
    await archive(klass);
    expect(await startAssigned(await myAssignment(await asks(ana, { assignment: given.id })))).toBe(id);
    await submit({ id });
    expect(await myAttempt(await asks(ana, { attempt: id }))).toMatchObject({ state: "marked" });
  });

  it("is joined by nobody new, and by its code and a PIN students still come in to read", async () => {
    const { klass } = await makeClass();
    const open = (await findOpenClass((await joinCode(klass)) ?? "")) as OpenClass;
    const ana = (await join(open, null, { name: "Ana", once: "" })) as { id: string; pin: string };
    await archive(klass);
    expect(await findOpenClass(open.code)).toMatchObject({ archived: true });
    expect(await join(open, null, { name: "Ben", once: "" })).toBe("archived");
    expect(await signInWithPin(klass.id, "Ana", ana.pin)).toMatchObject({ id: ana.id });
  });

  it("is not what a removed student is in: they finish and read what they began, and begin nothing more", async () => {
    const { rivera, klass } = await makeClass();
    const given = await give(rivera, klass, await makeQuiz(), { attemptsAllowed: 2 });
    const ana = await makeStudent(klass, "Ana");
    const id = await work(ana, given, ["a"]);
    const hers = await myAssignment(await asks(ana, { assignment: given.id }));
    await remove(klass, ana.id);
    expect((await save({ id }, "page", [answer(2, "a")]))[0]).toMatchObject({ slot: 2 });
    await submit({ id });
    expect(await myAttempt(await asks(ana, { attempt: id }))).toMatchObject({ state: "marked", released: true });
    expect(await startAssigned(hers)).toBe("not open");
    expect((await gradebook(klass)).students).toEqual([]);
  });
});
