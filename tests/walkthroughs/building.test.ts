import { beforeAll, describe, expect, it } from "vitest";
import { withKeyhole } from "../running";
import { inviteTeacher, join, makeClass, signUp } from "../school";
import { engines } from "../stores";
import type { Visitor } from "../visitor";

describe.each(engines)("a quiz built through its forms, without JavaScript, on %s", (engine) => {
  const keyhole = withKeyhole(engine);
  let rivera: Visitor;
  let other: Visitor;
  let ana: Visitor;
  let classAddress: string;
  let quiz: string;
  beforeAll(async () => {
    rivera = await signUp(keyhole, "Ms Rivera");
    other = await inviteTeacher(keyhole, rivera, "Mr Other");
    const made = await makeClass(rivera, "9B");
    classAddress = made.address;
    ana = await join(keyhole, made.code, "Ana");
  });

  /** The rows of the outline: headings of sections, and of questions their number and points. */
  const outline = () =>
    [...rivera.page.document.querySelectorAll(".outline tbody tr")].map((row) => {
      const heading = row.querySelector(".minor")?.textContent;
      const number = row.querySelector(".num")?.textContent;
      return heading ?? `${number}: ${row.querySelector("input")?.getAttribute("value")}`;
    });
  const did = () => rivera.page.document.querySelector("#did p")?.textContent ?? "";
  const names = () =>
    [...rivera.page.document.querySelectorAll(".outline tbody th[scope=row] > :is(a, span:not(.num):not(.line))")].map(
      (one) => one.textContent,
    );

  it("is made, filled from the bank, parted into two sections, reordered, weighed and drawn for", async () => {
    await rivera.get("/teach");
    expect(rivera.page.document.querySelector("a[href='/teach/quizzes']")).not.toBeNull();
    await rivera.get("/teach/quizzes");
    expect(rivera.words).toContain("You have not built a quiz yet");
    await rivera.submit("Make the quiz", { title: "" });
    expect([rivera.page.status, rivera.words]).toEqual([400, expect.stringContaining("Give the quiz a title")]);
    await rivera.submit("Make the quiz", { title: "Exit quiz" });
    quiz = new URL(rivera.page.url).pathname;
    expect(rivera.words).toContain("It has no question yet");
    for (const heading of ["On the way", "At rest"]) {
      await rivera.get(`${quiz}/sections/new`);
      await rivera.submit("Add the section", { heading, text: "Read *this* first.", stimulus: "" });
    }
    expect(did()).toContain("Added the section “At rest”");
    await rivera.get(`${quiz}/add?section=1&words=L1.Q0`);
    await rivera.submit("Add the ticked ones", { item: ["L1.Q01", "L1.Q02", "L1.Q03"] });
    expect(did()).toContain("Added 3 questions");
    expect(outline()).toEqual(["On the way", "1: 1", "2: 3", "3: 1", "At rest"]);
    const [first, second, third] = names();
    await rivera.submit("Down with question 3");
    await rivera.submit("Up with question 2");
    expect(names()).toEqual([second, first, third]);
    expect(outline()).toEqual(["On the way", "1: 3", "2: 1", "At rest", "3: 1"]);
    await rivera.submit("Keep points, versions and sections", { w0: "2,5", w1: "x" });
    expect([rivera.page.status, rivera.words]).toEqual([400, expect.stringContaining("Say how many points")]);
    expect(outline()).toEqual(["On the way", "1: 2,5", "2: x", "At rest", "3: 1"]);
    await rivera.submit("Keep points, versions and sections", { w0: "2,5", w1: "0.5" });
    expect(did()).toMatch(/worth 2.5 instead of 3.*worth 0.5 instead of 1/);
    await rivera.get(`${quiz}/draws?difficulty=easy`);
    const invented = new URLSearchParams({
      objective: "L9.O9",
      interaction: "essay",
      difficulty: "huge",
      tag: "none",
      howMany: "1",
    });
    const refused = await rivera.fetch(`${quiz}/draws`, { method: "POST", body: invented });
    expect([refused.status, (await refused.text()).split("Choose one from the list.").length - 1]).toEqual([400, 4]);
    expect(rivera.words).toMatch(/\d+ questions? fits? this/);
    await rivera.submit("Add them", { difficulty: "easy", howMany: "2" });
    expect(outline()).toEqual(["On the way", "1: 2.5", "2: 0.5", "At rest", "3: 1", "4: 1", "5: 1"]);
  });

  it("marks what it asks already, replaces in place, and takes the last change back", async () => {
    await rivera.get(`${quiz}/add?words=L1.Q01`);
    expect(rivera.words).toContain("in the quiz");
    await rivera.get(`${quiz}/slots/3/replacement?words=L1.Q04`);
    await rivera.submit(/^Ask this/);
    expect(did()).toMatch(/^Question 3 is “.*” now, instead of “/);
    await rivera.submit("Remove question 1");
    expect([did(), outline()[1]]).toEqual([expect.stringContaining("Removed question 1"), "1: 0.5"]);
    await rivera.submit("Undo the last change");
    expect([did(), outline()[1]]).toEqual([expect.stringContaining("Undone"), "1: 2.5"]);
  });

  it("refuses a stale page, and shows both what stands now and what was wanted", async () => {
    await rivera.get(`${quiz}/settings`);
    await rivera.submit("Keep it", { shared: "yes", intro: "Take your time." });
    await other.get(quiz);
    await rivera.get(quiz);
    await rivera.submit("Down with question 1");
    await other.submit("Up with question 2", { w2: "7" });
    expect(other.page.status).toBe(409);
    expect(other.words).toMatch(/Ms Rivera: Moved .* down.*What you wanted.*worth 7.*Move “.*” up/);
    expect(other.page.document.querySelector("#w2")?.getAttribute("value")).toBe("7");
    await other.submit("Keep points, versions and sections");
    expect([other.page.status, other.words]).toEqual([200, expect.stringContaining("worth 7")]);

    await other.get(`${quiz}/settings`);
    await rivera.get(`${quiz}/settings`);
    await rivera.submit("Keep it", { title: "Exit quiz 1" });
    await other.submit("Keep it", { title: "Way out" });
    expect(other.page.status).toBe(409);
    expect(other.words).toMatch(/Title, now ?Exit quiz 1/);
    expect(other.page.document.querySelector("#title")?.getAttribute("value")).toBe("Way out");
  });

  it("is read and copied by who may not change it", async () => {
    await other.get("/teach/quizzes/in-transit-and-at-rest");
    expect(other.words).toContain("Copy to change it");
    await other.submit(/^Copy .* to change it$/, { questions: "copied" });
    expect(other.page.document.querySelector("h1")?.textContent).toMatch(/^Copy of/);
    expect(other.page.document.querySelectorAll(".outline input[id^=w]").length).toBe(14);
  });

  it("is tried on the pages of a student, which say so, and leaves no trace in any list", async () => {
    await rivera.get(quiz);
    await rivera.get(`${quiz}/trial`);
    await rivera.submit("Start the trial");
    expect(rivera.page.url).toContain("/attempts/");
    expect(rivera.words).toMatch(/A trial, as a student whom you throw away afterwards/);
    expect(rivera.words).toContain("On the way");
    await rivera.submit("Check before handing in");
    expect(rivera.words).toContain("A trial");
    await rivera.submit("Hand in");
    expect(rivera.words).toMatch(/A trial.*0 of 12 points/);
    await rivera.get("/me");
    expect(rivera.words).not.toContain("Exit quiz");
  });

  it("is given to a class, tried as one student with that one's extra time, and copied with its dates moved", async () => {
    await rivera.get(`${classAddress}/roster`);
    const change = /\/teach\/[^"]*\/accommodation/.exec(rivera.page.html)?.[0] as string;
    await rivera.get(change);
    await rivera.submit("Keep it", { factor: "1.5" });
    await rivera.get(`/teach/assignments/new?class=${classAddress.split("/").at(-1)}&quiz=${quiz.split("/").at(-1)}`);
    await rivera.submit(/^Give it to/, {
      opensAt: "2090-10-20T08:00",
      dueAt: "2090-10-27T12:00",
      closesAt: "",
      limitMinutes: "20",
    });
    const assignment = new URL(rivera.page.url).pathname;
    await rivera.get(`${assignment}/trial`);
    const as = [...rivera.page.document.querySelectorAll("#as option")].find((one) =>
      /Ana/.test(one.textContent ?? ""),
    );
    expect(as?.textContent).toContain("time and a half");
    await rivera.submit("Start the trial", { as: as?.getAttribute("value") ?? "" });
    expect(rivera.words).toMatch(/A trial, as Ana \(time and a half\)/);
    expect(rivera.page.document.body.textContent).toContain("until ");
    await rivera.submit("Throw it away");
    expect(new URL(rivera.page.url).pathname).toBe(assignment);
    expect(rivera.words).toContain("0 of 1");

    await makeClass(rivera, "9C");
    const second = new URL(rivera.page.url).pathname.split("/").at(-1) as string;
    await rivera.get(`${assignment}/copy`);
    await rivera.submit("Copy it");
    expect([rivera.page.status, rivera.words]).toEqual([400, expect.stringContaining("Choose at least one class")]);
    const both = [classAddress.split("/").at(-1) as string, second];
    await rivera.submit("Copy it", { class: both, date: "dueAt", at: "2090-11-03T12:00" });
    expect(rivera.words).toMatch(
      /9B has it: opens Friday, 27 October 2090 at 08:00 .*due Friday, 3 November 2090 at 12:00/,
    );
    expect(rivera.words).toMatch(/9C has it/);
    await ana.get("/me");
    expect(ana.words.match(/Exit quiz 1/g)?.length).toBe(2);
  });

  it("is retired from the choice and brought back", async () => {
    await rivera.get("/teach/quizzes");
    await rivera.submit("Retire Exit quiz 1");
    expect(rivera.words).toContain("They cannot be given to a class any more");
    const give = `/teach/assignments/new?class=${classAddress.split("/").at(-1)}`;
    const choice = () => rivera.page.document.querySelector("#quiz")?.textContent;
    await rivera.get(give);
    expect(choice()).not.toContain("Exit quiz 1");
    await rivera.get("/teach/quizzes");
    await rivera.submit("Bring back Exit quiz 1");
    await rivera.get(give);
    expect(choice()).toContain("Exit quiz 1");
  });
});
