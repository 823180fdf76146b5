import { describe, expect, it } from "vitest";
import { signUp } from "~/models/account.server";
import { studentsPerPage } from "~/models/list-page";
import { type FilledClass, fill } from "../bench/fill";
import { startPrefilled } from "../prefilled";
import { withKeyhole } from "../running";
import { Visitor } from "../visitor";

const password = "a long enough password";
const students = 2 * studentsPerPage + 10;

describe("results of a year group, without JavaScript", () => {
  let year: FilledClass;
  const keyhole = withKeyhole("postgres", () => startPrefilled("postgres", fillYear));

  const rows = ({ page }: Visitor) =>
    [...page.document.querySelectorAll(".grid tbody th")].map((one) => one.textContent ?? "");
  /** What the page says of everybody: the facts, the picture of the scores, the heads of the columns. */
  const figures = ({ page }: Visitor) =>
    [...page.document.querySelectorAll(".facts, #spread, .grid thead")].map(({ textContent }) => textContent);
  const turns = ({ page }: Visitor) => [...page.document.querySelectorAll("nav[aria-label='Pages of the list']")];

  it("come in pages by links, each student once, with the same figures on each page", async () => {
    const teacher = await signedIn();
    await teacher.get(`/teach/assignments/${year.assignment}`);
    const [first, title] = [figures(teacher), teacher.page.document.querySelector("title")?.textContent];
    expect(title).not.toContain("page");
    expect(first.length).toBeGreaterThan(2);
    const seen = [rows(teacher)];
    for (const page of [2, 3]) {
      const [nav] = turns(teacher);
      const on = [...(nav?.querySelectorAll("a") ?? [])].find((one) => one.textContent === "On");
      await teacher.get(on?.getAttribute("href") ?? "");
      expect(new URL(teacher.page.url).search).toBe(`?page=${page}`);
      expect(turns(teacher)[0]?.querySelector("[aria-current=page]")?.textContent).toBe(`Page ${page} of 3`);
      expect(teacher.page.document.querySelector("title")?.textContent).toContain(`page ${page} of 3`);
      expect(teacher.page.document.getElementById(new URL(teacher.page.url).hash.slice(1))).not.toBeNull();
      expect(figures(teacher)).toEqual(first);
      seen.push(rows(teacher));
    }
    expect(turns(teacher)[0]?.textContent).not.toContain("On");
    expect(seen.map(({ length }) => length)).toEqual([studentsPerPage, studentsPerPage, 10]);
    expect(new Set(seen.flat()).size).toBe(students);
    expect(teacher.words).toContain(`Students ${2 * studentsPerPage + 1} to ${students} of ${students}`);
  });

  it("take a page that cannot be for the first, and one past the end for the last", async () => {
    const teacher = await signedIn();
    for (const [asked, page] of [
      ["0", 1],
      ["-1", 1],
      ["x", 1],
      ["1.5", 1],
      ["", 1],
      ["99999999999", 1],
      ["2&page=x", 2],
      ["900", 3],
    ]) {
      await teacher.get(`/teach/assignments/${year.assignment}?page=${asked}`);
      expect([asked, teacher.page.status, turns(teacher)[0]?.querySelector("[aria-current]")?.textContent]).toEqual([
        asked,
        200,
        `Page ${page} of 3`,
      ]);
    }
  });

  async function signedIn(): Promise<Visitor> {
    const teacher = new Visitor(keyhole);
    await teacher.get("/sign-in");
    await teacher.submit("Sign in", { login: "teacher", password });
    return teacher;
  }

  async function fillYear(): Promise<void> {
    const teacher = await signUp(null, { name: "A teacher", login: "teacher", password, teach: true });
    if (typeof teacher === "string") throw new Error(teacher);
    const plan = { teacher: teacher.id, students, questions: 3, goes: 1, running: false };
    [year] = (await fill([{ ...plan, name: "Year" }])) as [FilledClass];
  }
});
