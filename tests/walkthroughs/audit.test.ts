import { beforeAll, describe, expect, it } from "vitest";
import { acts } from "~/models/audit-acts";
import { withKeyhole, withSql } from "../running";
import { openSchool } from "../school";
import { fillIn, table } from "../server/access-table";
import { engines } from "../stores";
import type { Visitor } from "../visitor";

type School = Awaited<ReturnType<typeof openSchool>>;

/**
 * What a look at each page of a class is written down as; null: it shows no work of its students, or leads elsewhere. A new
 * page of a class without a line here fails.
 */
const looks: Record<string, keyof typeof acts | null> = {
  "/teach/classes/:class/gradebook": "gradebook",
  "/teach/classes/:class/gradebook.csv": "marks file",
  "/teach/classes/:class/gradebook.json": "marks file",
  "/teach/classes/:class/gradebook.xlsx": "marks file",
  "/teach/classes/:class/responses.csv": "answers file",
  "/teach/classes/:class/responses.xlsx": "answers file",
  "/teach/classes/:class/responses.jsonl": "answers file",
  "/teach/classes/:class/misconceptions": "wrong ideas",
  "/teach/classes/:class/again": "wrong ideas",
  "/teach/classes/:class/lab": "lab work",
  "/teach/classes/:class/mastery": "mastery",
  "/teach/classes/:class/people/print": "printed",
  "/teach/classes/:class/people/:person": "student",
  "/teach/classes/:class/people/:person/view": "as student",
  "/teach/classes/:class/people/:person/view/assignments/:assignment": "as student",
  "/teach/classes/:class/people/:person/view/attempts/:attempt": "as student",
  "/teach/assignments/:assignment": "results",
  "/teach/assignments/:assignment/live": "live",
  "/teach/assignments/:assignment/marking": "marking",
  "/teach/assignments/:assignment/items": "questions",
  "/teach/assignments/:assignment/questions": "questions",
  "/teach/assignments/:assignment/questions/:version": "questions",
  "/teach/assignments/:assignment/comparison": "questions",
  "/teach/assignments/:assignment/reading": "reading",
  "/teach/attempts/:attempt": "attempt",
  // The question that the table names is marked by hand.
  "/teach/attempts/:attempt/slots/:slot/mark": "attempt",
  "/teach/attempts/:attempt/slots/:slot/override": "attempt",
  ...Object.fromEntries(
    [
      "/classes/:class",
      "/classes/:class/audit",
      "/classes/:class/audit.csv",
      "/classes/:class/join-code",
      "/classes/:class/join-code/closure",
      "/classes/:class/roster",
      "/classes/:class/roster/import",
      "/classes/:class/cards",
      "/classes/:class/staff",
      "/classes/:class/staff/leaving",
      "/classes/:class/staff/links/closure",
      "/classes/:class/merges",
      "/classes/:class/merges/:merge/undo",
      "/classes/:class/archive",
      "/classes/:class/return",
      "/classes/:class/groups",
      "/classes/:class/groups/members",
      "/classes/:class/devices",
      "/classes/:class/devices/closure",
      "/classes/:class/marking",
      "/classes/:class/stop",
      "/classes/:class/copy",
      // What draws itself anew is part of the page that was opened.
      "/assignments/:assignment/live/rows",
      "/assignments/:assignment/projector",
      "/assignments/:assignment/projector/now",
      "/assignments/:assignment/overrides",
    ].map((address) => [`/teach${address}`, null]),
  ),
};
/** Pages that ask how one thing is to be changed, of which the change itself is written down. */
const asks =
  /\/(roster|staff|groups|overrides)\/(groups\/)?:\w+|\/:person\/release$|\/(votes|edit|opening|stop|reopening|trial|copy|removal|return|undo|minutes|voiding)$|votes\/closure$/;
const ofClass = Object.keys(table).filter((address) => /^\/teach\/(classes|assignments|attempts)\/:/.test(address));

/** The lines of the class's file, the newest first: when, who, what, whose, where. */
async function linesOf(teacher: Visitor, school: School): Promise<string[][]> {
  const text = await (await teacher.fetch(`/teach/classes/${school.ids.class}/audit.csv`)).text();
  return text
    .trim()
    .split("\r\n")
    .slice(1)
    .map((line) => line.split(",").map((cell) => cell.replace(/^"|"$/g, "")));
}

describe("the list of looks", () => {
  it("says of every page of a class whether a look at it is written down", () => {
    expect(ofClass.filter((address) => !(address in looks) && !asks.test(address))).toEqual([]);
    expect(Object.keys(looks).filter((address) => !ofClass.includes(address))).toEqual([]);
  });
});

describe("looks at the pages of a class", () => {
  const keyhole = withKeyhole("postgres");
  const sql = withSql(keyhole);
  let school: School;
  beforeAll(async () => {
    school = await openSchool(keyhole);
  });

  it.each(Object.entries(looks))("%s is written down, or shows no work", async (address, act) => {
    await sql`delete from audit_log`;
    const { teacher } = school.people;
    for (let twice = 0; twice < 2; twice++) {
      const answer = await teacher.fetch(fillIn(address, school.ids));
      await answer.text();
      if (act) expect([address, answer.status < 400]).toEqual([address, true]);
    }
    const found = await sql`select act, subject_id is not null as one from audit_log`;
    const one = act && /attempt|person/.test(address);
    const times = act?.endsWith("file") ? 2 : 1;
    expect(found.map(({ act, one }) => [act, one])).toEqual(act ? Array(times).fill([act, Boolean(one)]) : []);
  });
});

describe.each(engines)("who looked at or changed what, on %s", (engine) => {
  const keyhole = withKeyhole(engine);
  let school: School;
  const told = (visitor: Visitor) =>
    [...visitor.page.document.querySelectorAll("tbody tr")].map((row) =>
      [...row.children].slice(1).map((cell) => (cell.textContent ?? "").trim()),
    );
  beforeAll(async () => {
    school = await openSchool(keyhole);
  });

  it("is told to the student whom it is about, to the teachers of the class and to the host, with who, what and whose", async () => {
    const { teacher, observer, student, classmate, host } = school.people;
    await student.get("/me/audit");
    expect(student.words).not.toContain("opened an attempt");
    await observer.get(`/teach/attempts/${school.ids.attempt}`);
    await observer.get(`/teach/attempts/${school.ids.attempt}`);
    await teacher.get(`/teach/attempts/${school.ids.attempt}/slots/1/override`);
    await teacher.submit("Change the mark", { score: "0.5", reason: "Half of it is there." });
    await teacher.get(`/teach/classes/${school.ids.class}/gradebook`);
    const mine = [
      ["Ms Mentor", acts.attempt, "Ana", "9B"],
      ["Ms Rivera", acts.overridden, "Ana", "9B"],
      ["Ms Rivera", acts.gradebook, "all of the class", "9B"],
    ];
    const inBrief = (lines: string[][]) =>
      lines.map(([who, what, whose, where]) => [who, what, whose, where?.split(":")[0]]);
    await student.get("/me/audit");
    for (const line of mine)
      expect(inBrief(told(student)).filter((one) => String(one) === String(line))).toHaveLength(1);
    await classmate.get("/me/audit");
    expect(classmate.words).not.toContain("Ana");
    expect(inBrief(told(classmate))).toContainEqual(mine[2]);
    await teacher.get(`/teach/classes/${school.ids.class}/audit`);
    for (const line of mine) expect(inBrief(told(teacher))).toContainEqual(line);
    await teacher.submit("Show", { name: "mentor" });
    expect(new Set(told(teacher).map(([who]) => who))).toEqual(new Set(["Ms Mentor"]));
    await teacher.submit("Show", { name: "nobody of that name" });
    expect(teacher.words).toContain("Nothing is written down of anybody whose name has “nobody of that name” in it.");
    await host.get("/host/audit");
    for (const line of mine) expect(inBrief(told(host))).toContainEqual(line);
    const file = (await (await student.fetch("/me/export")).json()) as { looks: { by: string; act: string }[] };
    expect(file.looks).toContainEqual(expect.objectContaining({ by: "Ms Mentor", act: "attempt", class: "9B" }));
  });

  it("does not grow by a live view that draws itself anew", async () => {
    const { teacher } = school.people;
    await teacher.get(`/teach/assignments/${school.ids.assignment}/live`);
    const before = await linesOf(teacher, school);
    for (let tick = 0; tick < 20; tick++)
      await (await teacher.fetch(`/teach/assignments/${school.ids.assignment}/live/rows`)).text();
    expect(await linesOf(teacher, school)).toEqual(before);
  });

  it("is turned page by page, and comes out whole as a file", async () => {
    const { teacher } = school.people;
    for (let times = 0; times < 60; times++)
      await (await teacher.fetch(`/teach/classes/${school.ids.class}/gradebook.csv`)).text();
    await teacher.get(`/teach/classes/${school.ids.class}/audit`);
    expect(told(teacher)).toHaveLength(50);
    const first = told(teacher);
    await teacher.get(teacher.page.document.querySelector("a[href*='before=']")?.getAttribute("href") ?? "");
    expect(told(teacher).length).toBeGreaterThan(10);
    expect(first.length + told(teacher).length).toBe((await linesOf(teacher, school)).length);
  });

  it("takes no change from anybody: its addresses take no form", async () => {
    for (const address of ["/host/audit", "/host/audit.csv", `/teach/classes/${school.ids.class}/audit`, "/me/audit"])
      for (const visitor of Object.values(school.people)) {
        const answer = await visitor.fetch(address, { method: "POST", body: new URLSearchParams({ id: "1" }) });
        expect([address, [404, 405].includes(answer.status)]).toEqual([address, true]);
        await answer.text();
      }
  });
});
