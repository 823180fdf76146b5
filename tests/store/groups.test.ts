import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { rows } from "~/db.server";
import {
  bringBackGroup,
  listGroups,
  makeGroup,
  regroup,
  removedGroups,
  removeGroup,
  renameGroup,
} from "~/models/group.server";
import { bringBack, remove, students } from "~/models/roster.server";
import { importNames } from "~/models/roster-import.server";
import { type RosterList, readRosterList } from "~/models/roster-list";
import { planImport } from "~/models/roster-plan.server";
import { engines, withStore } from "../stores";
import { grouped, membersOf } from "./groups";
import { makeClass, makeStudent } from "./teaching";

describe.each(engines)("groups on %s", (engine) => {
  withStore(engine);

  type Klass = Awaited<ReturnType<typeof makeClass>>["klass"];
  const listed = (text: string) => (readRosterList(text) as RosterList).names;
  const add = async (klass: Klass, text: string, anew: string[] = []) =>
    importNames(klass, listed(text), { once: uuidv7(), seen: (await planImport(klass, listed(text))).seen, anew });

  it("have a name of their own in the class, whatever its case; a removed one leaves it free", async () => {
    const { klass } = await makeClass();
    const red = await grouped(klass, "Red");
    expect(await makeGroup(klass, " RED ")).toBe("taken");
    const blue = await grouped(klass, "Blue");
    expect(await renameGroup(klass, blue, "red")).toBe("taken");
    await removeGroup(klass, red);
    expect(await renameGroup(klass, blue, "red")).toBe("done");
    expect((await removedGroups(klass)).map(({ name }) => name)).toEqual(["Red"]);
    expect([await bringBackGroup(klass, red), await bringBackGroup(klass, red, "Green")]).toEqual(["taken", "done"]);
    expect((await listGroups(klass)).map(({ name }) => name)).toEqual(["Green", "red"]);
    const other = (await makeClass()).klass;
    expect(await makeGroup(other, "Green")).toBe("done");
  });

  it("are made once of a form that is sent twice", async () => {
    const { klass } = await makeClass();
    const id = uuidv7();
    expect(await Promise.all([makeGroup(klass, "Red", id), makeGroup(klass, "Red", id)])).toEqual(["done", "done"]);
    expect(await listGroups(klass)).toHaveLength(1);
  });

  it("take in and let go students of their class alone, and a student can be in several", async () => {
    const [{ klass, rivera }, there] = [await makeClass(), await makeClass()];
    const [ana, ben] = [await makeStudent(klass, "Ana"), await makeStudent(klass, "Ben")];
    const stranger = await makeStudent(there.klass, "Zoë");
    const [red, blue, foreign] = [
      await grouped(klass, "Red"),
      await grouped(klass, "Blue"),
      await grouped(there.klass, "Red"),
    ];
    const into = [
      ...[ana.id, ben.id, stranger.id, rivera.id].map((personId) => ({ groupId: red, personId })),
      ...[blue, foreign].map((groupId) => ({ groupId, personId: ana.id })),
    ];
    await regroup(klass, { into, out: [] });
    await regroup(klass, { into, out: [] });
    expect(await membersOf(klass)).toEqual({ Blue: ["Ana"], Red: ["Ana", "Ben"] });
    expect(await membersOf(there.klass)).toEqual({ Red: [] });
    expect((await students(klass)).map(({ groups }) => groups)).toEqual([["Blue", "Red"], ["Red"]]);
    await regroup(there.klass, { into: [], out: [{ groupId: red, personId: ben.id }] });
    await regroup(klass, { into: [], out: [{ groupId: red, personId: ana.id }] });
    expect(await membersOf(klass)).toEqual({ Blue: ["Ana"], Red: ["Ben"] });
  });

  it("do not show a removed student, who is in them again on coming back", async () => {
    const { klass } = await makeClass();
    const ana = await makeStudent(klass, "Ana");
    await grouped(klass, "Red", [ana]);
    await remove(klass, ana.id);
    expect(await membersOf(klass)).toEqual({ Red: [] });
    await bringBack(klass, ana.id);
    expect(await membersOf(klass)).toEqual({ Red: ["Ana"] });
  });

  it("keep who was in them while they are removed", async () => {
    const { klass } = await makeClass();
    const red = await grouped(klass, "Red", [await makeStudent(klass, "Ana")]);
    await removeGroup(klass, red);
    expect([await membersOf(klass), (await students(klass))[0]?.groups]).toEqual([{}, []]);
    await bringBackGroup(klass, red);
    expect(await membersOf(klass)).toEqual({ Red: ["Ana"] });
  });

  it("are made and filled by a list that names them, also for students who are there already", async () => {
    const { klass } = await makeClass();
    await makeStudent(klass, "Ana");
    await grouped(klass, "Red");
    const list = "name,group\nAna,red\nBen,RED\nCem,Blue\nDora,\nCem,Red\nMs Rivera,Staff";
    const plan = await planImport(klass, listed(list));
    expect(plan.newGroups).toEqual(["Blue"]);
    expect(plan.names.map(({ standing, joins }) => `${standing}${joins ? " joins" : ""}`)).toEqual([
      ...["here joins", "new joins", "new joins", "new", "twice joins", "here"],
    ]);
    expect(await membersOf(klass)).toEqual({ Red: [] });
    expect(await add(klass, list)).toMatchObject({ added: 3, grouped: 5 });
    expect(await membersOf(klass)).toEqual({ Blue: ["Cem"], Red: ["Ana", "Ben", "Cem"] });
    expect((await planImport(klass, listed(list))).names.some(({ joins }) => joins)).toBe(false);
  });

  it("are not made by a list that has a row to put right or that somebody else overtook", async () => {
    const { klass } = await makeClass();
    expect(await add(klass, `name,group\nAna,Red\nBen,${"x".repeat(61)}`)).toBe("changed");
    const agreed = { once: uuidv7(), seen: (await planImport(klass, listed("name,group\nAna,Red"))).seen, anew: [] };
    await makeStudent(klass, "Ana");
    expect(await importNames(klass, listed("name,group\nAna,Red"), agreed)).toBe("changed");
    expect([await membersOf(klass), (await students(klass)).length]).toEqual([{}, 1]);
  });

  it("are filled once by a list that is sent twice, and take in who is made anew in place of a removed student", async () => {
    const { klass } = await makeClass();
    const ana = await makeStudent(klass, "Ana");
    await grouped(klass, "Red", [ana]);
    await remove(klass, ana.id);
    const list = listed("name,group\nAna,Red");
    const agreed = { once: uuidv7(), seen: (await planImport(klass, list)).seen, anew: [ana.id] };
    const [one, other] = await Promise.all([importNames(klass, list, agreed), importNames(klass, list, agreed)]);
    expect(other).toEqual(one);
    const [count] = await rows<{ n: number }>(
      sql`select count(*)::int as n from group_members where class_id = ${klass.id}::uuid`,
    );
    expect([await membersOf(klass), count?.n]).toEqual([{ Red: ["Ana"] }, 2]);
  });
});
