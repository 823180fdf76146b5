import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { interactions } from "~/interactions/registry.server";
import type { AuthoredItem } from "~/lessons/quiz-file.server";
import { points } from "~/text";
import { type Keyhole, startKeyhole } from "../keyhole";
import { partly } from "../partly";
import { answersShown, play, quiz, quizzes, solution, startAsGuest, verdicts } from "../playing";
import { assignQuiz, join, makeClass, signUp } from "../school";
import { engines } from "../stores";
import type { Visitor } from "../visitor";

describe.each(engines)("a class on %s", (engine) => {
  let keyhole: Keyhole;
  let teacher: Visitor;
  let classAddress: string;
  let code: string;
  const assignments: Record<string, string> = {};
  beforeAll(async () => {
    keyhole = await startKeyhole(engine);
    teacher = await signUp(keyhole, "Ms Rivera");
    ({ address: classAddress, code } = await makeClass(teacher, "9B"));
    for (const { slug } of quizzes) assignments[slug] = await assignQuiz(teacher, classAddress, { quiz: slug });
  });
  afterAll(async () => {
    await keyhole.stop();
    expect(keyhole.output()).toBe("");
  });

  async function handIn(name: string, responses: Parameters<typeof play>[1], of = quiz) {
    const student = await join(keyhole, code, name);
    await student.get(assignments[of.slug]?.replace("/teach", "") as string);
    await student.submit("Start");
    const attempt = new URL(student.page.url).pathname.split("/")[2];
    await play(student, responses, of);
    await teacher.get(`/teach/attempts/${attempt}`);
    return { student, attempt };
  }

  /** What student and teacher read of each question: its verdict up to who the mark is waited from, and the answer. */
  const alike = (visitor: Visitor) =>
    verdicts(visitor).map((words, index) => [
      words.replace(/Waiting for (Ms Rivera|a mark by hand)/, "Waiting"),
      ...(answersShown(visitor)[index] as string[]).map((line) => line.replace(/^(.*), (Your|Their) answer /, "$1, ")),
    ]);
  /** A partly right answer in the words of its question, as exports have it. */
  const said = ({ id, interaction, body }: AuthoredItem) =>
    interactions[interaction].summary(body, (partly[id]?.response ?? null) as object | null);
  const cellsOf = (csv: string) =>
    csv
      .split(/\r?\n/)
      .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)])
      .map((row) => row.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain));
  const marksOf = (visitor: Visitor) => alike(visitor).map(([verdict]) => verdict);

  describe.each(quizzes.map((one) => [one.slug, one] as const))("with the quiz %s", (slug, quiz) => {
    const worth = (item: AuthoredItem) => points(item.points as number);
    const most = (items: AuthoredItem[]) => items.reduce((sum, item) => sum + (item.points as number), 0);
    const written = quiz.items.filter((item) => item.interaction === "extended-text");
    const marked = most(quiz.items) - most(written);

    it("sees the key of every item earn full marks, at the student's and at the teacher's desk", async () => {
      const { student } = await handIn(`Key ${slug}`, solution, quiz);
      expect(alike(student)).toEqual(alike(teacher));
      expect(marksOf(student)).toEqual(
        quiz.items.map((item) =>
          written.includes(item) ? `Waiting: up to ${worth(item)}` : `Right: ${item.points} of ${worth(item)}`,
        ),
      );
      expect(student.words).toContain(`${marked} of ${marked} ${written.length > 0 ? "marked points" : "points"}`);
      expect(student.words.includes(`${most(written)} points more wait for Ms Rivera`)).toBe(written.length > 0);
    });

    it("sees an empty paper earn nothing, with no mark left to give", async () => {
      const { student } = await handIn(`Empty ${slug}`, () => null, quiz);
      expect(alike(student)).toEqual(alike(teacher));
      expect(marksOf(teacher)).toEqual(quiz.items.map((item) => `No answer: 0 of ${worth(item)}`));
      expect(student.words).toContain(`0 of ${most(quiz.items)} points`);
    });

    it("sees partly right answers earn exactly what their rules say, at both desks and in the CSV", async () => {
      const { student } = await handIn(`Partly ${slug}`, (item) => partly[item.id]?.response ?? null, quiz);
      expect(alike(student)).toEqual(alike(teacher));
      expect(marksOf(student)).toEqual(
        quiz.items.map((item) =>
          partly[item.id]
            ? `Partly right: ${partly[item.id]?.score} of ${worth(item)}`
            : `No answer: 0 of ${worth(item)}`,
        ),
      );
      const csv = await (await teacher.fetch(`${classAddress}/responses.csv`)).text();
      const mine = cellsOf(csv).filter(([name]) => name === `Partly ${slug}`);
      expect(mine.map((row) => [row[5], row[7], Number(row[8])])).toEqual(
        quiz.items.map((item) => [item.id, said(item), expect.closeTo(partly[item.id]?.fraction ?? 0, 12)]),
      );
    });
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

  it("has its written answers marked with names hidden, by ticks in the rubric and with a remark used again", async () => {
    const written = (item: AuthoredItem) => (item.interaction === "extended-text" ? { text: "Words." } : null);
    const zora = await handIn("Zora", written);
    const { student, attempt } = await handIn("Yuri", written);
    const slot = quiz.items.findIndex((item) => item.interaction === "extended-text") + 1;
    await teacher.get(`${assignments[quiz.slug]}/marking`);
    expect(teacher.words).not.toMatch(/Zora|Yuri/);
    await teacher.get(`/teach/attempts/${zora.attempt}/slots/${slot}/mark`);
    await teacher.submit(/^Mark/, { criterion: ["0"], comment: "Name the speaker too." });
    expect(teacher.words).not.toMatch(/Zora|Yuri/);
    await teacher.get(`/teach/attempts/${attempt}/slots/${slot}/mark`);
    expect(teacher.words).not.toMatch(/Zora|Yuri/);
    await teacher.submit(/^Mark/, {});
    expect([teacher.page.status, teacher.words.includes("Give the points, or tick")]).toEqual([400, true]);
    await teacher.submit(/^Mark/, { criterion: ["0"], remark: ["Name the speaker too."] });
    await teacher.get(`/teach/attempts/${attempt}/slots/${slot}/mark?names=1`);
    expect(teacher.words).toContain("Yuri");
    await student.get(`/attempts/${attempt}/review`);
    expect(student.words).toContain("Name the speaker too.");
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
    expect(student.words).toContain("Practice opens again once its right answers may be known");
  });

  it("closes it to a guest too, who practised before, as soon as they join the class", async () => {
    const guest = await startAsGuest(keyhole);
    await guest.get(`/join/${code}`);
    await guest.submit("Join", { name: "Paul" });
    await guest.get("/quizzes/in-transit-and-at-rest");
    expect(guest.words).toContain("Practice opens again once its right answers may be known");
  });
});
