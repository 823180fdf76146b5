import { beforeAll, describe, expect, it } from "vitest";
import { belongings } from "../attack/belongings";
import { formsIn } from "../attack/targets";
import { play, solution } from "../playing";
import { withKeyhole, withSql } from "../running";
import { assignQuiz, buildQuiz, join, makeClass, openSchool } from "../school";
import type { Visitor } from "../visitor";
import { writeChoice } from "../writing";
import { fillIn, table } from "./access-table";

type Ids = Record<string, string>;
type Field = [name: string, value: string];

/** What belongs to somebody. The rest of an address is the same for all, or a number within one of these. */
const owned = ["class", "person", "assignment", "attempt", "group", "item", "quiz", "answer"];

/** Not here, takes no form, or back to the page of one's own, where nothing was done: see "in addresses changed nothing". */
const nothing = [404, 405, 302, 202];

/** Two teachers, each with a class, students and work: whatever one of them sends with an id of the other is refused. */
describe("ids of somebody else", () => {
  const keyhole = withKeyhole("postgres");
  const sql = withSql(keyhole);
  let school: Awaited<ReturnType<typeof openSchool>>;
  let attacker: Visitor;
  let theirStudent: Visitor;
  let own: Ids;
  let foreign: Ids;
  let before: string[];
  beforeAll(async () => {
    school = await openSchool(keyhole);
    attacker = school.people.otherTeacher;
    foreign = { ...school.ids, quiz: school.ids.ownQuiz ?? "" };
    own = await fillClass(attacker);
    theirStudent = await join(keyhole, own.code as string, "Olaf");
    await theirStudent.get(`/assignments/${own.assignment}`);
    await theirStudent.submit("Start");
    own.attempt = new URL(theirStudent.page.url).pathname.split("/")[2] as string;
    await play(theirStudent, solution);
    await attacker.get(`/teach/classes/${own.class}/roster`);
    own.person = /\/roster\/([0-9a-f-]{36})\//.exec(attacker.page.html)?.[1] ?? "";
    await attacker.get(`/teach/assignments/${own.assignment}`);
    own.version = /\/questions\/([0-9a-f-]{36})/.exec(attacker.page.html)?.[1] ?? "";
    before = await untouched();
  });

  async function fillClass(teacher: Visitor): Promise<Ids> {
    const { address, code } = await makeClass(teacher, "10B");
    const assignment = (await assignQuiz(teacher, address)).split("/").at(-1) as string;
    await teacher.get(`${address}/groups`);
    await teacher.submit("Make the group", { name: "Door side" });
    const group = /\/groups\/([0-9a-f-]{36})\//.exec(teacher.page.html)?.[1] ?? "";
    const item = await writeChoice(teacher, "Who reads a letter?");
    const ownQuiz = await buildQuiz(teacher, "Mr Other’s own", ["L1.Q01"]);
    // Who holds the link of a device picks a name of its class: that is what it is for.
    const device = "not-a-token";
    return {
      device,
      class: address.split("/").at(-1) as string,
      code,
      assignment,
      group,
      item,
      ownQuiz,
      quiz: ownQuiz,
    };
  }

  const untouched = () => belongings(school.people.teacher, `/teach/classes/${foreign.class}`, school.people.student);
  /** Who is what, and whose: no form of a teacher or a student changes any of it for those who were there before. */
  const rights = async () => ({
    people: [...(await sql`select id, host_since is null as host, may_teach_since is null as teaches from people`)],
    enrolments: [...(await sql`select class_id, person_id, role from enrolments`)],
    items: [...(await sql`select id, owner_id from items`)],
    quizzes: [...(await sql`select slug, owner_id from quizzes`)],
    attempts: [...(await sql`select id, person_id, assignment_id, class_id, score from attempts`)],
  });

  const swaps = Object.keys(table).flatMap((address) =>
    [...address.matchAll(/:(\w+)/g)]
      .map(([, name]) => name as string)
      // A quiz that is ready may be read, tried and copied by every teacher: see the table.
      .filter((name) => owned.includes(name) && !(name === "quiz" && table[address]?.get.includes("otherTeacher")))
      .filter((name) => name !== "quiz" || address.startsWith("/teach"))
      .map((name): [string, string] => [address, name]),
  );

  it.each(swaps)("%s with another's %s opens nothing, whichever door is knocked at", async (address, name) => {
    const path = fillIn(address, {
      ...foreign,
      ...own,
      [name]: foreign[name] as string,
      ...(name === "quiz" ? { ownQuiz: foreign.ownQuiz as string } : {}),
    });
    const by = address.startsWith("/teach") ? attacker : theirStudent;
    const got: Record<string, number> = {};
    for (const door of [path, `${path}.data`])
      for (const method of ["GET", "POST"]) {
        const body = method === "POST" ? new URLSearchParams({ name: "Taken", why: "x", role: "teacher" }) : undefined;
        const response = await by.fetch(door, { method, body });
        await response.text();
        if (!nothing.includes(response.status)) got[`${method} ${door}`] = response.status;
      }
    expect(got).toEqual({});
  });

  it("in addresses changed nothing of theirs", async () => {
    expect(await untouched()).toEqual(before);
  });

  it("in the fields of forms change nothing of theirs and tell nothing", async () => {
    const mine = new Map(Object.entries(own).map(([name, id]) => [id, name]));
    const tried = new Set<string>();
    const told: string[] = [];
    for (const by of [theirStudent, attacker])
      await eachForm(by, async (to, fields) => {
        for (const [index, [field, value]] of fields.entries()) {
          const kind = mine.get(value) ?? (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value) ? "person" : "");
          if (!foreign[kind]) continue;
          const swapped = fields.map((one, at): Field => (at === index ? [field, foreign[kind] as string] : one));
          const answer = await by.fetch(to, { method: "POST", body: new URLSearchParams(swapped) });
          tried.add(field);
          if (answer.status >= 500 || /\bAna\b|Window side/.test(await answer.text()))
            told.push(`${answer.status} ${to} ${field}`);
        }
      });
    expect(told).toEqual([]);
    expect(await untouched()).toEqual(before);
    expect([...tried]).toContain("item");
  });

  it("and names of columns in forms that do not ask for them make nobody more than they are", async () => {
    const stood = await rights();
    let sent = 0;
    for (const by of [theirStudent, attacker])
      await eachForm(by, async (to, fields) => {
        const names = new Set(fields.map(([name]) => name));
        const body = new URLSearchParams([...fields, ...columns().filter(([name]) => !names.has(name))]);
        const answer = await by.fetch(to, { method: "POST", body });
        await answer.text();
        sent++;
        expect([to, answer.status]).not.toEqual([to, 500]);
      });
    expect(sent).toBeGreaterThan(60);
    expect(await untouched()).toEqual(before);
    const stand = await rights();
    for (const [what, rows] of Object.entries(stood))
      expect(stand[what as keyof typeof stand]).toEqual(expect.arrayContaining(rows));
  });

  /** Fields that whoever copies a form into a record would take, each with what it would be worth. */
  const columns = (): Field[] =>
    Object.entries({
      ...{ role: "teacher", host: "1", hostSince: "2026-01-01", host_since: "2026-01-01" },
      ...{ mayTeach: "1", mayTeachSince: "2026-01-01", may_teach: "true", may_teach_since: "2026-01-01" },
      ...{ points: "999", score: "999", maxScore: "0", fraction: "1", weight: "999", state: "submitted" },
      ...{ id: foreign.person as string, personId: foreign.person as string, person_id: foreign.person as string },
      ...{ ownerId: foreign.person as string, owner_id: foreign.person as string, createdBy: foreign.person as string },
      ...{ classId: foreign.class as string, class_id: foreign.class as string, class: foreign.class as string },
      ...{ assignmentId: foreign.assignment as string, assignment_id: foreign.assignment as string },
      ...{
        attempt: foreign.attempt as string,
        attempt_id: foreign.attempt as string,
        person: foreign.person as string,
      },
      ...{
        deadline: "2099-01-01",
        released: "1",
        removedAt: "",
        removed_at: "",
        sample: "teacher",
        practice: "everybody",
      },
    });

  /** Every form on the pages of somebody's own things, with its fields as they are; what takes things away comes last. */
  async function eachForm(by: Visitor, each: (to: string, fields: Field[]) => Promise<void>): Promise<void> {
    const last = /removal|archive|retirement|closure|stop|voiding|delete|leaving|sign-out|password/;
    const paths = Object.keys(table).map((address) => fillIn(address, { ...foreign, ...own }));
    for (const path of [...paths.filter((one) => !last.test(one)), ...paths.filter((one) => last.test(one))]) {
      const response = await by.fetch(path);
      const html = await response.text();
      if (response.status !== 200 || !response.headers.get("Content-Type")?.includes("html")) continue;
      for (const { method, path: to, fields } of formsIn(html, path))
        if (method === "POST" && !/^\/sign-out|^\/me\/(delete|sessions)/.test(to)) await each(to, fields);
    }
  }
});
