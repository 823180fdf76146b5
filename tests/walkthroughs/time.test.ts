import { beforeAll, describe, expect, it } from "vitest";
import { withKeyhole } from "../running";
import { assignQuiz, join, makeClass, signUp } from "../school";
import { engines } from "../stores";
import type { Visitor } from "../visitor";

describe.each(engines)("a quiz with a time limit, without JavaScript, on %s", (engine) => {
  const keyhole = withKeyhole(engine);
  let teacher: Visitor;
  let ana: Visitor;
  let ben: Visitor;
  let classAddress: string;
  let assignment: string;
  beforeAll(async () => {
    teacher = await signUp(keyhole, "Ms Rivera");
    const made = await makeClass(teacher, "9B");
    classAddress = made.address;
    [ana, ben] = [await join(keyhole, made.code, "Ana"), await join(keyhole, made.code, "Ben")];
    assignment = await assignQuiz(teacher, classAddress, {
      dueAt: "",
      limitMinutes: "25",
      graceSeconds: "60",
      lateAllowed: "no",
    });
  });

  /** Opens the link with these words on the teacher's page, of the row that names `whose`. */
  async function follow(words: RegExp, whose: string) {
    const row = [...teacher.page.document.querySelectorAll("tr")].find((one) => one.textContent?.includes(whose));
    const link = [...(row?.querySelectorAll("a") ?? [])].find((one) => words.test(one.textContent ?? ""));
    await teacher.get(link?.getAttribute("href") ?? `no link ${words} for ${whose}`);
  }
  const at = (student: Visitor) => student.get(assignment.replace("/teach", ""));
  /** The clock time in "until Thursday 19 November 2026 at 10:55 (Madrid time)", in minutes of the day. */
  const ends = (page: Visitor["page"]) => {
    const [, hour, minute] = /until .*?(\d\d):(\d\d) \(Madrid time\)/.exec(page.document.body.textContent ?? "") ?? [];
    return Number(hour) * 60 + Number(minute);
  };

  it("gets its factor from the roster, and the student reads it before the start and no classmate does", async () => {
    await teacher.get(`${classAddress}/roster`);
    await follow(/^Change what Ana/, "Ana");
    await teacher.submit("Keep it", { factor: "own", ownFactor: "0.9", extraAttempts: "1" });
    expect([teacher.page.status, teacher.words]).toEqual([400, expect.stringContaining("Give a number from 1 to 4")]);
    await teacher.submit("Keep it", { factor: "1.5" });
    expect(teacher.words).toContain("time and a half, 1 extra attempt");
    await at(ana);
    expect(ana.words).toContain("25 minutes from when you start; you have time and a half: 37½ minutes");
    expect(ana.words).toContain("2 attempts");
    await at(ben);
    expect(ben.words).toContain("25 minutes from when you start");
    expect(ben.words).not.toMatch(/time and a half|37/);
    expect(ben.words).toContain("One attempt");
  });

  it("shows the stored deadline on the attempt, and the five minutes that the teacher adds at once", async () => {
    await at(ana);
    await ana.submit("Start");
    const address = ana.page.url;
    const before = ends(ana.page);
    expect(before).not.toBeNaN();
    await teacher.get(assignment);
    await follow(/^Add minutes/, "Ana");
    await teacher.submit("Add them", { minutes: "5", why: "" });
    expect([teacher.page.status, teacher.words]).toEqual([400, expect.stringContaining("Say why")]);
    await teacher.submit("Add them", { minutes: "5", why: "Fire drill" });
    expect(teacher.words).toContain("Ms Rivera added 5 minutes");
    expect(teacher.words).toContain("Fire drill");
    await ana.get(address);
    expect((ends(ana.page) - before + 24 * 60) % (24 * 60)).toBe(5);
    expect(teacher.words).toContain(
      /until (.*? \(Madrid time\))/.exec(ana.page.document.body.textContent ?? "")?.[1] ?? "no deadline",
    );
  });

  it("takes an exception for one student, says what is wrong with one, removes it and brings it back", async () => {
    await teacher.get(`${assignment}/overrides`);
    await follow(/^Make an exception/, "Ben");
    await teacher.submit("Keep the exception");
    expect([teacher.page.status, teacher.words]).toEqual([400, expect.stringContaining("Fill in what should be")]);
    await teacher.submit("Keep the exception", { opensAt: "2026-11-02T10:00", closesAt: "2026-11-01T10:00" });
    expect([teacher.page.status, teacher.words]).toEqual([400, expect.stringContaining("It closes before it opens")]);
    await teacher.submit("Keep the exception", { opensAt: "", closesAt: "", limitMinutes: "40", attemptsAllowed: "2" });
    expect(teacher.words).toMatch(/40 minutes from the start.*2 attempts.*Ms Rivera/);
    await at(ben);
    expect(ben.words).toContain("40 minutes from when you start");
    await teacher.submit(/^Remove the exception of Ben$/);
    await at(ben);
    expect(ben.words).toContain("25 minutes from when you start");
    await teacher.submit(/^Bring back the exception of Ben$/);
    await at(ben);
    expect(ben.words).toContain("40 minutes from when you start");
  });

  it("keeps what the form of the quiz says about limit, grace and late work", async () => {
    await teacher.get(`${assignment}/edit`);
    const value = (name: string) => teacher.page.document.querySelector(`#${name}`)?.getAttribute("value");
    expect([value("limitMinutes"), value("graceSeconds")]).toEqual(["25", "60"]);
    await teacher.submit("Keep the changes", { limitMinutes: "1441", graceSeconds: "301" });
    expect([teacher.page.status, value("limitMinutes"), value("graceSeconds")]).toEqual([400, "1441", "301"]);
    await teacher.submit("Keep the changes", { limitMinutes: "", graceSeconds: "0" });
    await at(ben);
    expect(ben.words).toContain("40 minutes");
    await teacher.get(`${assignment}/edit`);
    expect([value("limitMinutes"), value("graceSeconds")]).toEqual(["", "0"]);
    expect(teacher.page.document.querySelector("[name=lateAllowed][checked]")?.getAttribute("value")).toBe("no");
  });
});
