import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Keyhole, startKeyhole } from "../keyhole";
import { partly, play, quiz, solution, verdicts } from "../playing";
import { assignQuiz, join, makeClass, signUp } from "../school";
import { engines } from "../stores";
import type { Visitor } from "../visitor";

describe.each(engines)("a class on %s", (engine) => {
  let keyhole: Keyhole;
  let teacher: Visitor;
  let classAddress: string;
  let code: string;
  let assignment: string;
  beforeAll(async () => {
    keyhole = await startKeyhole(engine);
    teacher = await signUp(keyhole, "Ms Rivera");
    ({ address: classAddress, code } = await makeClass(teacher, "9B"));
    assignment = await assignQuiz(teacher, classAddress);
  });
  afterAll(async () => {
    await keyhole.stop();
    expect(keyhole.output()).toBe("");
  });

  async function handIn(name: string, responses: Parameters<typeof play>[1]) {
    const student = await join(keyhole, code, name);
    await student.get("/me");
    await student.get(assignment.replace("/teach", ""));
    await student.submit("Start");
    const attempt = new URL(student.page.url).pathname.split("/")[2];
    await play(student, responses);
    await teacher.get(`/teach/attempts/${attempt}`);
    return { student, attempt };
  }

  /** What student and teacher read of each question, up to who the mark is waited from. */
  const alike = (visitor: Visitor) =>
    verdicts(visitor).map((words) => words.replace(/Waiting for (Ms Rivera|a mark by hand)/, "Waiting"));

  it("sees the key of every item earn full marks, at the student's and at the teacher's desk", async () => {
    const { student } = await handIn("Key", solution);
    expect(alike(student)).toEqual(alike(teacher));
    expect(alike(student)).toEqual(
      quiz.items.map((item) =>
        item.interaction === "extended-text"
          ? "Waiting: up to 4 points"
          : `Right: ${item.points} of ${item.points} point${item.points === 1 ? "" : "s"}`,
      ),
    );
    expect(student.words).toContain("22 of 22 marked points");
    expect(student.words).toContain("4 points more wait for Ms Rivera");
  });

  it("sees an empty paper earn nothing, with no mark left to give", async () => {
    const { student } = await handIn("Empty", () => null);
    expect(alike(student)).toEqual(alike(teacher));
    expect(student.words).toContain("0 of 26 points");
  });

  it("sees partly right answers earn exactly what their rules say, at both desks", async () => {
    const { student } = await handIn("Partly", (item) => partly[item.id]?.response(item) ?? null);
    expect(alike(student)).toEqual(alike(teacher));
    for (const [id, { score }] of Object.entries(partly)) {
      const slot = quiz.items.findIndex((item) => item.id === id);
      expect([id, alike(student)[slot]]).toEqual([id, `Partly right: ${score} of ${quiz.items[slot]?.points} points`]);
    }
  });

  it("never shows a score as final while a mark is missing, and shows it once the last one is given", async () => {
    const { student, attempt } = await handIn("Marked", (item) =>
      item.interaction === "extended-text" ? { text: "My own words." } : solution(item),
    );
    expect(student.words.includes("A model answer")).toBe(false);
    await teacher.get(`${classAddress}/gradebook`);
    const row = () =>
      [...teacher.page.document.querySelectorAll("tr")]
        .find((one) => one.textContent?.includes("Marked"))
        ?.textContent?.replace(/\s+/g, " ");
    expect(row()).toMatch(/22 of 22/);
    expect(row()).toMatch(/so far/);
    await teacher.get(`/teach/attempts/${attempt}/slots/14/mark`);
    await teacher.submit(/^Mark/, { score: "3,5", comment: "Clear." });
    await student.get(`/attempts/${attempt}/review`);
    expect(student.words).toContain("25.5 of 26 points");
    expect(student.words).toContain("Clear.");
    await teacher.get(`${classAddress}/gradebook`);
    expect(row()).toMatch(/25\.5/);
  });

  it("takes the scores away as CSV, where a name that looks like a formula stays text", async () => {
    await join(keyhole, code, '=HYPERLINK("x")');
    const csv = await (await teacher.fetch(`${classAddress}/gradebook.csv`)).text();
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    const responses = await (await teacher.fetch(`${classAddress}/responses.csv`)).text();
    expect(responses).toContain("L1.Q07");
  });

  it("lets a student back in with name and PIN, and with no other PIN", async () => {
    const student = await join(keyhole, code, "Pia");
    await student.get("/sign-out");
    await student.submit("Sign out");
    await student.get(`/join/${code}`);
    expect(student.pin).toMatch(/^\d{6}$/);
    await student.submit("Sign in with the PIN", { name: "Pia", pin: student.pin === "000000" ? "000001" : "000000" });
    expect(student.page.status).toBe(400);
    await student.submit("Sign in with the PIN", { name: "pia ", pin: student.pin });
    expect(student.page.status).toBe(200);
    await student.get("/me");
    expect(student.words).toContain("9B");
  });

  it("closes practice of the quiz to its students while the assignment is open", async () => {
    const student = await join(keyhole, code, "Prue");
    await student.get("/quizzes/in-transit-and-at-rest");
    expect(student.words).toContain("Practice opens again when its results are out");
  });
});
