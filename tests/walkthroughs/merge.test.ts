import { beforeAll, describe, expect, it } from "vitest";
import { play, solution } from "../playing";
import { withKeyhole } from "../running";
import { assignQuiz, join, makeClass, signUp } from "../school";
import { engines } from "../stores";
import type { Visitor } from "../visitor";

describe.each(engines)("one student with two records on %s", (engine) => {
  const keyhole = withKeyhole(engine);
  let teacher: Visitor;
  let ana: Visitor;
  let anna: Visitor;
  let room: { address: string; code: string };
  let quiz: string;
  beforeAll(async () => {
    teacher = await signUp(keyhole, "Ms Rivera");
    room = await makeClass(teacher, "9B");
    quiz = (await assignQuiz(teacher, room.address, { attemptsAllowed: "3" })).replace("/teach", "");
    [ana, anna] = [await join(keyhole, room.code, "Ana"), await join(keyhole, room.code, "Anna")];
    for (const one of [ana, anna]) await begin(one);
    await play(anna, solution);
  });

  const begin = async (student: Visitor) => {
    await student.get(quiz);
    await student.submit(/^Start/);
  };
  const choose = async () => {
    await teacher.get(`${room.address}/merges`);
    const of = (name: string) =>
      [...teacher.page.document.querySelectorAll("select[name=kept] option")]
        .find((option) => option.textContent === name)
        ?.getAttribute("value") ?? "";
    await teacher.submit("Show what would move", { kept: of("Ana"), gone: of("Anna") });
  };

  it("is shown first what moves, then made one: the browser of the other goes on as the one who stays", async () => {
    await choose();
    expect(teacher.words).toContain("Anna goes into Ana");
    expect(teacher.words).toMatch(/1 attempt\s*1 attempt\s*2 attempts/);
    await teacher.submit("Make them one");
    expect(teacher.words).toContain("Anna went into Ana");
    await anna.get("/me");
    expect(anna.page.document.querySelector("h1")?.textContent).toBe("Ana");
    await anna.get(quiz);
    expect(anna.words).toContain("2 used");
    await teacher.get(`${room.address}/roster`);
    expect(teacher.words).not.toContain("Anna");
  });

  it("is taken apart again: each has their own attempt and their own browser", async () => {
    await teacher.get(`${room.address}/merges`);
    await teacher.submit("Take apart Anna and Ana");
    await anna.get(quiz);
    expect([anna.page.status, anna.words]).toEqual([200, expect.stringContaining("1 used")]);
    await anna.get("/me");
    expect(anna.page.document.querySelector("h1")?.textContent).toBe("Anna");
    await ana.get(quiz);
    expect(ana.words).toContain("Go on where you stopped");
  });

  it("is refused in words while both are in the same quiz", async () => {
    await begin(anna);
    await choose();
    expect(teacher.words).toContain("Both have an attempt under way");
    expect(teacher.words).not.toContain("Make them one");
  });
});
