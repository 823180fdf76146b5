import { describe, expect, it } from "vitest";
import { gradebook } from "~/models/gradebook.server";
import { bringBackGroup, regroup, removeGroup } from "~/models/group.server";
import {
  bringBackGroupOverride,
  findGroupOverride,
  groupOverridesOf,
  listGroupOverrides,
  overrideGroup,
  removeGroupOverride,
} from "~/models/group-override.server";
import { override, removeOverride } from "~/models/override.server";
import { engines, withStore } from "../stores";
import { grouped } from "./groups";
import { hours, makeStudent } from "./teaching";
import { given, mine, none, setting, start } from "./time";

describe.each(engines)("exceptions of groups on %s", (engine) => {
  withStore(engine);

  it("hold for who is in the group and nobody else, at once, and nothing gets shorter when they end", async () => {
    const { klass, assignment, ana, ben } = await setting({ limitMinutes: 20 });
    const red = await grouped(klass, "Red", [ana]);
    const [hers, his] = [await start(ana, assignment), await start(ben, assignment)];
    await overrideGroup(assignment, red, { ...none, limitMinutes: 45 });
    expect([await given(hers), await given(his)]).toEqual([45, 20]);
    await overrideGroup(assignment, red, { ...none, limitMinutes: 10 });
    await removeGroupOverride(assignment, red);
    expect([await given(hers), (await mine(ana, assignment)).limitMinutes]).toEqual([45, 20]);
    await bringBackGroupOverride(assignment, red);
    expect((await mine(ana, assignment)).limitMinutes).toBe(10);
  });

  it("come with joining the group, in the middle of an attempt too, and go with leaving it but not from there", async () => {
    const { klass, assignment, ana } = await setting({ limitMinutes: 20 });
    const red = await grouped(klass, "Red");
    await overrideGroup(assignment, red, { ...none, limitMinutes: 45 });
    const hers = await start(ana, assignment);
    const place = { groupId: red, personId: ana.id };
    await regroup(klass, { into: [place], out: [] });
    expect([await given(hers), (await mine(ana, assignment)).limitMinutes]).toEqual([45, 45]);
    await regroup(klass, { into: [], out: [place] });
    expect([await given(hers), (await mine(ana, assignment)).limitMinutes]).toEqual([45, 20]);
  });

  it("rest while the group is removed", async () => {
    const { klass, assignment, ana } = await setting({ limitMinutes: 20 });
    const red = await grouped(klass, "Red", [ana]);
    await overrideGroup(assignment, red, { ...none, limitMinutes: 45 });
    await removeGroup(klass, red);
    const hers = await start(ana, assignment);
    expect([await given(hers), await listGroupOverrides(assignment)]).toEqual([20, []]);
    await bringBackGroup(klass, red);
    expect(await given(hers)).toBe(45);
  });

  it("give way to a student's own, field by field, and of several groups the kindest holds", async () => {
    const [one, two, half, three, nine] = [1, 2, 2.5, 3, 9].map(hours) as [Date, Date, Date, Date, Date];
    const { klass, assignment, ana } = await setting({ attemptsAllowed: 1, dueAt: one, closesAt: nine });
    const [red, blue] = [await grouped(klass, "Red", [ana]), await grouped(klass, "Blue", [ana])];
    await overrideGroup(assignment, red, { ...none, dueAt: three, attemptsAllowed: 2, password: "tulip" });
    await overrideGroup(assignment, blue, { ...none, dueAt: two, attemptsAllowed: 4, password: "" });
    expect(await mine(ana, assignment)).toMatchObject({ dueAt: three, attemptsAllowed: 4, password: null });
    expect((await groupOverridesOf(assignment, ana.id)).dates).toMatchObject({ dueAt: three, closesAt: nine });
    await override(assignment, ana.id, { ...none, dueAt: half });
    expect(await mine(ana, assignment)).toMatchObject({ dueAt: half, attemptsAllowed: 4 });
    await removeOverride(assignment, ana.id);
    expect(await mine(ana, assignment)).toMatchObject({ dueAt: three });
  });

  it("change the password of a student or a group, and take it away", async () => {
    const { klass, assignment, ana, ben } = await setting({});
    const red = await grouped(klass, "Red", [ana, ben]);
    await overrideGroup(assignment, red, { ...none, password: "tulip" });
    await override(assignment, ana.id, { ...none, password: "" });
    expect([(await mine(ana, assignment)).password, (await mine(ben, assignment)).password]).toEqual([null, "tulip"]);
  });

  it("stand in the gradebook as what the quiz is to each of the group", async () => {
    const { klass, assignment, ana } = await setting({ opensAt: hours(-3), closesAt: hours(-1) });
    await makeStudent(klass, "Cleo");
    const red = await grouped(klass, "Red", [ana]);
    const cells = async () => (await gradebook(klass)).students.map(({ name, cells }) => `${name} ${cells[0]?.state}`);
    await overrideGroup(assignment, red, { ...none, closesAt: hours(2) });
    expect(await cells()).toEqual(["Ana not started", "Ben missing", "Cleo missing"]);
    await removeGroup(klass, red);
    expect(await cells()).toEqual(["Ana missing", "Ben missing", "Cleo missing"]);
  });

  it("say who set them, and are found in their class alone", async () => {
    const [here, there] = [await setting({}), await setting({})];
    const red = await grouped(here.klass, "Red", [here.ana]);
    await overrideGroup(here.assignment, red, { ...none, attemptsAllowed: 3 });
    expect(await findGroupOverride(here.assignment, red)).toMatchObject({
      name: "Red",
      members: [here.ana.id],
      override: { attemptsAllowed: 3, setBy: "Ms Rivera", removedAt: null },
    });
    expect(await findGroupOverride(there.assignment, red)).toBeUndefined();
  });

  it("are met by an attempt that starts in the moment in which they are made or its student joins", async () => {
    for (let round = 0; round < 10; round++) {
      const { klass, assignment, ana } = await setting({ limitMinutes: 20 });
      const red = await grouped(klass, "Red");
      const [id] = await Promise.all([
        start(ana, assignment),
        overrideGroup(assignment, red, { ...none, limitMinutes: 45 }),
        regroup(klass, { into: [{ groupId: red, personId: ana.id }], out: [] }),
      ]);
      expect(await given(id)).toBe(45);
    }
  });
});
