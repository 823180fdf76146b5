import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { play, solution } from "../playing";
import { withKeyhole } from "../running";
import { assignQuiz, join, makeClass, signUp } from "../school";
import { engines } from "../stores";
import type { Visitor } from "../visitor";

const evil = "=1+HYPERLINK(1)";

describe.each(engines)("a teacher's gradebook on %s", (engine) => {
  const keyhole = withKeyhole(engine);
  let teacher: Visitor;
  let ana: Visitor;
  let address: string;
  beforeAll(async () => {
    teacher = await signUp(keyhole, "Ms Rivera");
    const made = await makeClass(teacher, "9B");
    address = made.address;
    const quiz = await assignQuiz(teacher, address, { passPercent: "60" });
    await assignQuiz(teacher, address, { title: "An old quiz", dueAt: "2026-01-05T09:00" });
    ana = await join(keyhole, made.code, "Ana");
    await ana.get(quiz.replace("/teach", ""));
    await ana.submit("Start");
    await play(ana, solution);
    await join(keyhole, made.code, evil);
  });

  const names = () =>
    [...teacher.page.document.querySelectorAll(".book tbody:not(.means) th")].map((one) => one.textContent);
  const sorted = () =>
    [...teacher.page.document.querySelectorAll("th[aria-sort]")].map((one) => one.getAttribute("aria-sort"));

  it("is sorted and narrowed by its address, and says how it is sorted", async () => {
    await teacher.get(`${address}/gradebook`);
    expect([names(), sorted()]).toEqual([[evil, "Ana"], ["ascending"]]);
    await teacher.get(`${address}/gradebook?sort=name&down=1`);
    expect([names(), sorted()]).toEqual([["Ana", evil], ["descending"]]);
    const [, , third] = [...teacher.page.document.querySelectorAll("thead .sort")];
    await teacher.get(new URL(third?.getAttribute("href") ?? "", teacher.page.url).href);
    expect([names(), sorted()]).toEqual([["Ana", evil], ["ascending"]]);
    await teacher.get(`${address}/gradebook`);
    await teacher.submit("Show", { state: "waiting" });
    expect(names()).toEqual(["Ana"]);
    await teacher.submit("Show", { state: "late" });
    expect(teacher.words).toContain("No student is like that.");
    await teacher.get(`${address}/gradebook?sort=nonsense&state=1&group=2&page=99&show=x`);
    expect([teacher.page.status, names().length]).toEqual([200, 2]);
  });

  it("tells missing from late in words, each with its mark", async () => {
    await teacher.get(`${address}/gradebook?state=missing`);
    const cells = [...teacher.page.document.querySelectorAll("td.is-missing")];
    expect(cells.map((cell) => cell.textContent)).toEqual(["due, not started", "due, not started"]);
    for (const cell of cells) expect(cell.querySelector("use")?.getAttribute("href")).toMatch(/#missing$/);
    expect(teacher.page.document.querySelector("td.is-late")).toBeNull();
  });

  it("leads from the gradebook to one student and to each attempt", async () => {
    await teacher.get(`${address}/gradebook`);
    const link = [...teacher.page.document.querySelectorAll(".book tbody a")].find((one) => one.textContent === "Ana");
    await teacher.get(link?.getAttribute("href") ?? "");
    expect(teacher.page.document.querySelector("h1")?.textContent).toBe("Ana");
    expect(teacher.words).toMatch(/As of \w+day,? .*Madrid time/);
    expect(teacher.words).toContain("Attempt 1");
    const attempt = teacher.page.document.querySelector(".goes a")?.getAttribute("href") ?? "";
    await teacher.get(`${address}/people/print`);
    expect(teacher.page.document.querySelectorAll(".sheetof")).toHaveLength(2);
    await teacher.get(attempt);
    expect(teacher.page.document.querySelector("h1")?.textContent).toBe("Ana");
    await teacher.get(`${address}/people/01a2035a-d5b7-7a26-b4bb-07bf3a2f4cab`);
    expect(teacher.page.status).toBe(404);
  });

  it("lists what waits for a mark over all assignments, and where each objective stands", async () => {
    await teacher.get(`${address}/marking`);
    expect(teacher.words).toMatch(/\d answers? to mark/);
    await teacher.get(`${address}/mastery`);
    expect(teacher.page.document.querySelectorAll("svg.levelbar[aria-label]").length).toBeGreaterThan(2);
    expect(teacher.words).toContain("The same as a table");
    expect(teacher.page.document.querySelector(".whois")?.textContent).toContain("Ana");
  });

  it("gives every file under its name and kind, and a formula in a name stays text", async () => {
    const file = async (name: string) => {
      const response = await teacher.fetch(`${address}/${name}`);
      expect([name, response.status, response.headers.get("Content-Disposition")]).toEqual([
        name,
        200,
        expect.stringContaining(`filename="9B-${name}"`),
      ]);
      return Buffer.from(await response.arrayBuffer());
    };
    for (const name of ["gradebook.csv", "gradebook.xlsx"]) {
      const bytes = await file(name);
      const text = name.endsWith("csv")
        ? bytes.toString()
        : strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] as Uint8Array);
      expect(text).toContain(
        name.endsWith("csv") ? `"'${evil}"` : `t="inlineStr"><is><t xml:space="preserve">${evil}</t>`,
      );
    }
    const grades = JSON.parse((await file("gradebook.json")).toString()) as {
      class: string;
      students: { name: string }[];
    };
    expect([grades.class, grades.students.map(({ name }) => name)]).toEqual([
      "9B",
      expect.arrayContaining([evil, "Ana"]),
    ]);
    const lines = (await file("responses.jsonl")).toString().trim().split("\n");
    const answers = lines.map((line) => JSON.parse(line) as { student: string; seconds: number | null });
    expect(new Set(answers.map(({ student }) => student))).toEqual(new Set(["Ana"]));
    expect((await file("responses.csv")).toString().split("\r\n")).toHaveLength(answers.length + 2);
    expect(Object.keys(unzipSync(await file("responses.xlsx")))).toContain("xl/worksheets/sheet1.xml");
  });

  it("shows a student how far they are with each lesson", async () => {
    await ana.get("/me");
    await ana.get("/me/progress");
    expect(ana.words).toContain("How far you are");
    expect(ana.words).toMatch(/Read: 0 of \d+ sections/);
    expect(ana.words).toMatch(/secure|getting there/);
  });
});
