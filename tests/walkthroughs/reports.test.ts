import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Keyhole, startKeyhole } from "../keyhole";
import { play, solution } from "../playing";
import { assignQuiz, join, makeClass, signUp } from "../school";
import { engines } from "../stores";
import type { Visitor } from "../visitor";

const hostile = "<img src=x onerror=alert(1)>";

describe.each(engines)("the reports of an assignment on %s", (engine) => {
  let keyhole: Keyhole;
  let teacher: Visitor;
  let assignment: string;
  beforeAll(async () => {
    keyhole = await startKeyhole(engine);
    teacher = await signUp(keyhole, "Ms Rivera");
    const { address, code } = await makeClass(teacher, "9B");
    assignment = await assignQuiz(teacher, address);
    for (const name of [hostile, "Ben"]) {
      const student = await join(keyhole, code, name);
      await student.get(assignment.replace("/teach", ""));
      await student.submit("Start");
      await play(student, name === "Ben" ? () => null : solution);
    }
  });
  afterAll(async () => {
    await keyhole.stop();
    expect(keyhole.output()).toBe("");
  });

  const follow = async (words: string | RegExp) => {
    const link = [...teacher.page.document.querySelectorAll("main a")].find((one) => {
      const said = (one.textContent ?? "").replace(/\s+/g, " ").trim();
      return typeof words === "string" ? said === words : words.test(said);
    });
    await teacher.get(link?.getAttribute("href") ?? `/no-link-${words}`);
    expect([words, teacher.page.status]).toEqual([words, 200]);
  };

  it("leads from the grid to questions, numbers, names and an attempt’s story, and shows a name as the text it is", async () => {
    await teacher.get(assignment);
    await follow("Questions");
    expect(teacher.page.html).not.toContain("Ben</a>");
    await follow(/^Who chose what in question 1$/);
    expect(teacher.words).toContain(hostile);
    await follow(/^In numbers: question 1$/);
    expect(teacher.words).toContain("Too few answers to judge");
    expect(teacher.words).toContain("too few answers");
    expect(teacher.words).not.toContain(hostile);
    await follow("Show who chose what");
    expect(teacher.words).toContain(hostile);
    await follow(hostile);
    expect(teacher.words).toContain("What happened when");
    expect(teacher.words).toContain("Answered: ");
    for (const page of teacher.seen) {
      expect(page.html).not.toContain(hostile);
      expect(page.html).not.toContain("style=");
    }
  });

  it("asks for other attempts and for two selections by plain forms that keep what was chosen", async () => {
    await teacher.get(`${assignment}/items`);
    await teacher.submit("Show", { which: "first" });
    expect(new URL(teacher.page.url).search).toBe("?which=first");
    expect(teacher.page.document.querySelector("#which option[selected]")?.getAttribute("value")).toBe("first");
    await teacher.get(`${assignment}/comparison`);
    await teacher.submit("Compare", { which: "first", which2: "last" });
    expect(teacher.page.document.querySelector("#which2 option[selected]")?.getAttribute("value")).toBe("last");
    expect(teacher.words).toContain("1. ");
    await teacher.get(`${assignment}/comparison?with=00000000-0000-4000-8000-000000000000`);
    expect(teacher.page.status).toBe(404);
    await teacher.get(`${assignment}/items?which=nonsense&group=x&item=nothing&names=1`);
    expect(teacher.page.status).toBe(200);
  });
});
