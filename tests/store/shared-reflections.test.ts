import { describe, expect, it } from "vitest";
import { keepAnswer } from "~/models/lesson-answer.server";
import { sharedReflections } from "~/models/shared-reflection.server";
import { engines, withStore } from "../stores";
import { smallLesson, smallUnit, withSmallCourse } from "./reading";
import { give, makeClass, makeStudent } from "./teaching";

describe.each(engines)("reflections on %s", (engine) => {
  withStore(engine);
  withSmallCourse();

  const write = (person: { id: string }, block: string, text: string, shared: boolean) =>
    keepAnswer(person, "small", { block, kind: "reflect", value: { v: 1, chosen: [], text }, shared });

  it("are read by the teachers whom their students let, the newest of each, until it is taken back", async () => {
    const { rivera, klass } = await makeClass();
    const [ana, ben] = [await makeStudent(klass, "Ana"), await makeStudent(klass, "Ben")];
    const assignment = await give(rivera, klass, smallLesson, {});
    const read = async () => (await sharedReflections(assignment)).map(({ name, block, text }) => [name, block, text]);
    expect(await read()).toEqual([]);
    await write(ben, "think", "Mine alone.", false);
    await write(ana, "think", "First.", true);
    await write(ana, "think", "Second.", true);
    await write(ana, "doubt", "Another.", true);
    expect(await read()).toEqual([
      ["Ana", "doubt", "Another."],
      ["Ana", "think", "Second."],
    ]);
    await write(ana, "think", "Second.", false);
    await write(ben, "think", "For you too.", true);
    expect(await read()).toEqual([
      ["Ana", "doubt", "Another."],
      ["Ben", "think", "For you too."],
    ]);
  });

  it("are read in no other class, and no other kind of answer is shared", async () => {
    const here = await makeClass();
    const there = await makeClass();
    const ana = await makeStudent(here.klass, "Ana");
    const elsewhere = await give(there.rivera, there.klass, smallLesson, {});
    await write(ana, "think", "For my own teachers.", true);
    expect(await sharedReflections(elsewhere)).toEqual([]);
    await keepAnswer(ana, "small", {
      block: "guess",
      kind: "predict",
      value: { v: 1, chosen: ["yes"], text: "" },
      shared: true,
    });
    const mine = await give(here.rivera, here.klass, smallUnit, {});
    expect((await sharedReflections(mine)).map(({ block }) => block)).toEqual(["think"]);
  });
});
