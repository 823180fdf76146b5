import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuthoredItem } from "~/lessons/quiz-file.server";
import { type Keyhole, startKeyhole } from "../keyhole";
import { play, quiz, quizzes, solution } from "../playing";
import { assignQuiz, buildQuiz, inviteTeacher, join, makeClass, signUp } from "../school";
import { engines } from "../stores";
import type { Visitor } from "../visitor";

const names = ["Ana", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gus", "Hana", "Ida", "Jon", "Kim", "Leo"];
const items = quizzes.flatMap((quiz) => quiz.items);
const itemOf = (id: string) => items.find((item) => item.id === id) as AuthoredItem;
/** Its answers a and b show that encryption at rest is thought to stop the provider. */
const question = itemOf("L1.Q06");
const section = "in-transit-and-at-rest/who-holds-the-key";
const idea = "Encryption at rest stops the provider";

describe.each(engines)("a wrong idea that nine of twelve hold on %s", (engine) => {
  let keyhole: Keyhole;
  let teacher: Visitor;
  let colleague: Visitor;
  let classAddress: string;
  const students: Visitor[] = [];
  let given = "";
  let twins: AuthoredItem[] = [];
  beforeAll(async () => {
    keyhole = await startKeyhole(engine);
    teacher = await signUp(keyhole, "Ms Rivera");
    colleague = await inviteTeacher(keyhole, teacher, "Mr Other");
    const { address, code } = await makeClass(teacher, "9B");
    classAddress = address;
    const assignment = await assignQuiz(teacher, address, { quiz: await buildQuiz(teacher, "Exit", [question.id]) });
    for (const name of names) students.push(await join(keyhole, code, name));
    for (const [index, student] of students.entries()) {
      await student.get(assignment.replace("/teach", ""));
      await student.submit("Start");
      const chosen = index < 6 ? "b" : index < 9 ? "a" : "c";
      await play(student, () => ({ v: 1, chosen: [chosen] }), asking([question]));
    }
  });
  afterAll(async () => {
    await keyhole.stop();
    expect(keyhole.output()).toBe("");
  });

  const asking = (items: AuthoredItem[]) => ({ ...quiz, items });
  const report = () => teacher.get(`${classAddress}/misconceptions`);
  const lists = async (student: Visitor) => {
    await student.get("/me");
    return student.words.includes("Check again: Who holds the key");
  };

  it("is ranked with how many hold it of how many met it, and its names stand behind a click", async () => {
    await report();
    const card = teacher.page.document.querySelector(".idea");
    expect(card?.textContent).toContain(idea);
    expect(card?.querySelector(".count")?.textContent).toBe("9 of 12 who met it");
    expect(teacher.words).toContain("from 47% to 91% (95% interval)");
    const named = [...(card?.querySelectorAll("details .names a") ?? [])].map((one) => one.textContent);
    expect(named).toEqual(names.slice(0, 9));
    const addresses = [...(card?.querySelectorAll("a[href^='/lessons/']") ?? [])].map((one) =>
      one.getAttribute("href"),
    );
    expect(addresses).toEqual([`/lessons/${section}`]);
  });

  it("keeps what was ticked and typed when there is nothing to give, and says so at the field", async () => {
    await report();
    await teacher.get(again());
    await teacher.submit(/^Give it/, { student: [], title: "Once more" });
    expect(teacher.page.status).toBe(400);
    expect(teacher.page.document.querySelector("#students-error")?.textContent).toContain("Tick at least one student");
    expect(teacher.page.document.querySelector("[name=title]")?.getAttribute("value")).toBe("Once more");
    await teacher.submit(/^Give it/, { item: [], place: "" });
    expect(teacher.words).toContain("Choose a section, questions, or both.");
  });

  it("is taught again by one press to exactly those nine, who are told neutrally; for others it does not exist", async () => {
    await report();
    await teacher.get(again());
    twins = ticked().map(itemOf);
    await teacher.submit(/^Give it/);
    expect(teacher.words).toMatch(/Taught again with Check again: Who holds the key.*to 9 students: 9 held it then/);
    given = teacher.page.document.querySelector(".again a")?.getAttribute("href") ?? "";
    expect(twins).toHaveLength(2);
    const seen: boolean[] = [];
    for (const student of students) seen.push(await lists(student));
    expect(seen).toEqual(names.map((_, index) => index < 9));
    const address = given.replace("/teach", "");
    for (const [index, student] of students.entries()) {
      const { status, html } = await student.get(address);
      expect([names[index], status]).toEqual([names[index], index < 9 ? 200 : 404]);
      expect(html.includes("Your teacher asks you to look at this once more.")).toBe(index < 9);
    }
    await colleague.get(`${classAddress}/misconceptions`);
    expect(colleague.page.status).toBe(404);
  });

  it("is never named to the students, on no page of theirs and in no data behind it", async () => {
    const [ana] = students as [Visitor];
    for (const address of ["/me", "/me.data", given.replace("/teach", ""), `${given.replace("/teach", "")}.data`]) {
      const text = await (await ana.fetch(address)).text();
      expect([address, /isconception[^,]*M4|"M4"|wrong idea/i.test(text), text.includes(idea)]).toEqual([
        address,
        false,
        false,
      ]);
    }
  });

  it("is cleared by answers to other questions on it, which the report counts against those it was taught to", async () => {
    for (const student of students.slice(0, 7)) {
      await student.get(`/lessons/${section}`);
      await student.submit(/^Next: 1/);
      await student.get(given.replace("/teach", ""));
      await student.submit("Start");
      await play(student, solution, asking(twins));
    }
    await report();
    expect(teacher.words).toMatch(/9 held it then, 7 have answered since, 2 hold it now/);
    expect(teacher.page.document.querySelector(".idea .count")?.textContent).toBe("2 of 12 who met it");
  });

  it("is no longer given once its assignment is removed, and then its answers count no more", async () => {
    await teacher.get(given);
    await teacher.submit("Remove from the class");
    expect(await lists(students[8] as Visitor)).toBe(false);
    await report();
    expect(teacher.words).toContain("9 of 12 who met it");
    expect(teacher.words).not.toContain("Taught again");
  });

  const again = () => teacher.page.document.querySelector(".act a.go")?.getAttribute("href") ?? "";
  const ticked = () =>
    [...teacher.page.document.querySelectorAll("[name=item][checked]")].map((one) => one.getAttribute("value") ?? "");
});
