import { describe, expect, it } from "vitest";
import { seenAssignment, seenClass, taughtAssignment, taughtClass } from "~/access/classes.server";
import { teacher } from "~/access/visitor.server";
import { signUp } from "~/models/account.server";
import { joinCode, listAtDesk, listTaught } from "~/models/classroom.server";
import { findOpenClass, join, type OpenClass } from "~/models/enrolment.server";
import { listGroupOverrides, overrideGroup } from "~/models/group-override.server";
import {
  acceptInvitation,
  findInvitation,
  inviteToClass,
  openInvitations,
  withdrawInvitations,
} from "~/models/invitation.server";
import { listOverrides, override } from "~/models/override.server";
import { remove } from "~/models/roster.server";
import { bringColleagueBack, changeRole, formerStaff, leave, removeColleague, staff } from "~/models/staff.server";
import { makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { grouped } from "./groups";
import { account, goesBy, made } from "./joining";
import { asks, give, handIn, makeClass, makeStudent, refusal } from "./teaching";
import { none } from "./time";

describe.each(engines)("who teaches a class on %s", (engine) => {
  withStore(engine);

  const someone = async (name: string) => ({ ...(await made(signUp(null, account()))), name });
  const colleague = async (klass: Awaited<ReturnType<typeof makeClass>>["klass"], name: string, role = "teacher") => {
    const person = await someone(name);
    const token = await inviteToClass(klass, role as "teacher");
    expect(await acceptInvitation(token, await goesBy(person.id), name)).toBe("done");
    return person;
  };
  const names = async (klass: Parameters<typeof staff>[0]) =>
    (await staff(klass)).map(({ name, role }) => `${name} ${role}`);

  it("has a second teacher by a link, who may do all the first may, and may teach elsewhere", async () => {
    const { klass } = await makeClass();
    const token = await inviteToClass(klass, "teacher");
    expect(await findInvitation(token)).toMatchObject({ classroom: { id: klass.id, name: "9B", role: "teacher" } });
    const chen = await someone("Mr Chen");
    expect(await acceptInvitation(token, await goesBy(chen.id), "Mr Chen")).toBe("done");
    expect(await acceptInvitation(token, await goesBy(chen.id), "Mr Chen")).toBe("gone");
    expect((await taughtClass(await asks(chen, { class: klass.id }))).id).toBe(klass.id);
    expect((await teacher(await asks(chen, {}))).id).toBe(chen.id);
    expect(await names(klass)).toEqual(["Ms Rivera teacher", "Mr Chen teacher"]);
  });

  it("is read by an observer and changed by none", async () => {
    const { rivera, klass } = await makeClass();
    const given = await give(rivera, klass, await makeQuiz());
    const mentor = await colleague(klass, "Ms Mentor", "observer");
    expect(await seenClass(await asks(mentor, { class: klass.id }))).toMatchObject({ observer: true });
    expect(await seenAssignment(await asks(mentor, { assignment: given.id }))).toMatchObject({ observer: true });
    expect(await refusal(taughtClass(await asks(mentor, { class: klass.id })))).toBe(404);
    expect(await refusal(taughtAssignment(await asks(mentor, { assignment: given.id })))).toBe(404);
    expect([await listTaught(mentor), await listAtDesk(mentor)]).toMatchObject([[], [{ observer: true }]]);
  });

  it("tells an observer neither the code of the class nor a password of an exception", async () => {
    const { rivera, klass } = await makeClass();
    const given = await give(rivera, klass, await makeQuiz());
    const ana = await makeStudent(klass, "Ana");
    await override(given, ana.id, { ...none, password: "blue door" });
    await overrideGroup(given, await grouped(klass, "Red", [ana]), { ...none, password: "red door" });
    const mentor = await colleague(klass, "Ms Mentor", "observer");
    const told = async (who: { id: string; name: string }) => {
      const assignment = await seenAssignment(await asks(who, { assignment: given.id }));
      const passwords = [...(await listOverrides(assignment)), ...(await listGroupOverrides(assignment))];
      const code = await joinCode(await seenClass(await asks(who, { class: klass.id })));
      return [code, ...passwords.map(({ override }) => override?.password)];
    };
    expect(await told(mentor)).toEqual([null, null, null]);
    expect(await told(rivera)).toEqual([expect.stringMatching(/^\w{6}$/), "blue door", "red door"]);
  });

  it("keeps a teacher when two remove each other, step down or leave at once", async () => {
    for (const go of [removeColleague, changeRoleToObserver, leaveEach]) {
      const { rivera, klass } = await makeClass();
      const chen = await colleague(klass, "Mr Chen");
      const his = await taughtClass(await asks(chen, { class: klass.id }));
      const done = await Promise.all([go(klass, go === leaveEach ? rivera.id : chen.id), go(his, rivera.id)]);
      expect([...done].sort()).toEqual(["done", "last teacher"]);
      expect((await staff(klass)).filter(({ role }) => role === "teacher")).toHaveLength(1);
    }
  });

  it("lets a teacher step down to observing and up again, and who left come back", async () => {
    const { klass } = await makeClass();
    const chen = await colleague(klass, "Mr Chen");
    expect(await changeRole(klass, chen.id, "observer")).toBe("done");
    expect(await refusal(taughtClass(await asks(chen, { class: klass.id })))).toBe(404);
    expect(await changeRole(klass, chen.id, "teacher")).toBe("done");
    expect(await leave(await seenClass(await asks(chen, { class: klass.id })))).toBe("done");
    expect(await refusal(seenClass(await asks(chen, { class: klass.id })))).toBe(404);
    expect(await formerStaff(klass)).toMatchObject([{ name: "Mr Chen", role: "teacher" }]);
    expect(await bringColleagueBack(klass, chen.id)).toBe("done");
    expect((await taughtClass(await asks(chen, { class: klass.id }))).id).toBe(klass.id);
  });

  it("asks a colleague whose name is taken for another one, and the link stays good", async () => {
    const { klass } = await makeClass();
    await makeStudent(klass, "Ana");
    const token = await inviteToClass(klass, "observer");
    const other = await goesBy((await someone("Ana")).id);
    expect(await acceptInvitation(token, other, "ana ")).toBe("taken");
    expect(await acceptInvitation(token, other, "Ana from the office")).toBe("done");
    await removeColleague(klass, other.id);
    await makeStudent(klass, "Ana from the office");
    expect(await bringColleagueBack(klass, other.id)).toBe("taken");
    expect(await bringColleagueBack(klass, other.id, "Ms Ana")).toBe("done");
  });

  it("makes no student of the class a colleague, nor a removed one whose work it keeps", async () => {
    const { rivera, klass } = await makeClass();
    const given = await give(rivera, klass, await makeQuiz());
    const token = await inviteToClass(klass, "observer");
    const open = (await findOpenClass((await joinCode(klass)) ?? "")) as OpenClass;
    const [ana, ben] = [await goesBy((await someone("Ana")).id), await goesBy((await someone("Ben")).id)];
    for (const one of [ana, ben]) await join(open, one, { name: one.name, once: "" });
    expect(await acceptInvitation(token, ana)).toBe("student");
    await handIn(ana, given, ["a"]);
    for (const one of [ana, ben]) await remove(klass, one.id);
    expect(await acceptInvitation(token, ana)).toBe("student");
    expect(await acceptInvitation(token, ben)).toBe("done");
  });

  it("does not let a former teacher back to the desk by the students’ code", async () => {
    const { klass } = await makeClass();
    const chen = await colleague(klass, "Mr Chen");
    await removeColleague(klass, chen.id);
    const open = (await findOpenClass((await joinCode(klass)) ?? "")) as OpenClass;
    await join(open, await goesBy(chen.id), { name: "Mr Chen", once: "" });
    expect(await refusal(seenClass(await asks(chen, { class: klass.id })))).toBe(404);
  });

  it("never makes less of a teacher who opens a link for observers, and leaves it unused", async () => {
    const { rivera, klass } = await makeClass();
    await made(signUp(null, account()));
    const chen = await colleague(klass, "Mr Chen");
    const token = await inviteToClass(klass, "observer");
    expect(await acceptInvitation(token, await goesBy(chen.id))).toBe("already");
    expect(await openInvitations(klass)).toBe(1);
    await withdrawInvitations(await taughtClass(await asks(rivera, { class: klass.id })));
    expect([await openInvitations(klass), await findInvitation(token)]).toEqual([0, null]);
  });
});

type Klass = Awaited<ReturnType<typeof makeClass>>["klass"];
const changeRoleToObserver = (of: Klass, id: string) => changeRole(of, id, "observer");
const leaveEach = (of: Klass, _: string) => leave(of);
