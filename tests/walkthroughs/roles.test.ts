import { beforeAll, describe, expect, it } from "vitest";
import { withKeyhole } from "../running";
import { inviteColleague, openSchool } from "../school";
import { fillIn } from "../server/access-table";
import { engines } from "../stores";
import type { Visitor } from "../visitor";

/** The co-teacher came by a link of the teacher, the author may teach and has no place in this class. */
type Role = "host" | "teacher" | "co-teacher" | "observer" | "author" | "student" | "plain account";
const staff: Role[] = ["teacher", "co-teacher"];
const desk: Role[] = [...staff, "observer"];
const authors: Role[] = [...desk, "author", "host"];

/** What there is to do, and who may. A form is sent empty: "may" is that it is read, and refused for what it lacks. */
const may: [what: string, method: "GET" | "POST", address: string, roles: Role[]][] = [
  ["answers the quiz of the class", "GET", "/attempts/:attempt/review", ["student"]],
  ["takes away all that is stored about oneself", "GET", "/me/export.html", [...authors, "student", "plain account"]],
  ["sees who looked at one’s own work", "GET", "/me/audit", [...authors, "student", "plain account"]],
  ["makes a class", "POST", "/teach", authors],
  ["writes a question", "GET", "/teach/items/new", authors],
  ["reads the bank with its keys", "GET", "/teach/items", authors],
  ["tries a colleague’s quiz", "GET", "/teach/quizzes/:ownQuiz", authors],
  ["changes a colleague’s quiz", "GET", "/teach/quizzes/:ownQuiz/settings", ["teacher"]],
  ["reads the gradebook", "GET", "/teach/classes/:class/gradebook", desk],
  ["takes the answers away", "GET", "/teach/classes/:class/responses.csv", desk],
  ["reads an attempt", "GET", "/teach/attempts/:attempt", desk],
  ["changes a mark", "POST", "/teach/attempts/:attempt/slots/1/override", staff],
  ["gives more time", "POST", "/teach/classes/:class/roster/:person/accommodation", staff],
  ["corrects a question", "POST", "/teach/assignments/:assignment/questions/:version", staff],
  ["gives the class something to do", "GET", "/teach/assignments/:assignment/edit", staff],
  ["makes a new PIN", "GET", "/teach/classes/:class/roster/:person/pin", staff],
  ["brings a colleague to the class", "POST", "/teach/classes/:class/staff", staff],
  ["changes what a colleague may", "GET", "/teach/classes/:class/staff/:colleague/role", staff],
  ["reads who looked at the class", "GET", "/teach/classes/:class/audit", staff],
  ["reads who looked anywhere", "GET", "/host/audit", ["host"]],
  ["looks for people", "GET", "/host", ["host"]],
  ["deletes a person", "POST", "/host/people/:person/deletion", ["host"]],
  ["sets how long things are kept", "GET", "/host/retention", ["host"]],
  ["makes others teachers", "GET", "/teach/invitations", authors],
];

describe.each(engines)("what each role may, on %s", (engine) => {
  const keyhole = withKeyhole(engine);
  let people: Record<Role, Visitor>;
  let ids: Record<string, string>;
  beforeAll(async () => {
    const school = await openSchool(keyhole);
    const { host, teacher, observer, otherTeacher, student, account } = school.people;
    const co = await inviteColleague(keyhole, teacher, `/teach/classes/${school.ids.class}`, "Mr Second", "teacher");
    people = { host, teacher, "co-teacher": co, observer, author: otherTeacher, student, "plain account": account };
    ids = school.ids;
  });

  it.each(
    may,
  )("%s: who is named may, everybody else gets the same 404 as for what there is not", async (_, method, address, roles) => {
    const path = fillIn(address.replace(":ownQuiz", ids.ownQuiz ?? "").replace(":colleague", ids.colleague ?? ""), ids);
    const got: Record<string, boolean | number> = {};
    for (const [role, visitor] of Object.entries(people)) {
      const answer = await visitor.fetch(path, method === "POST" ? { method, body: new URLSearchParams() } : {});
      await answer.text();
      got[role] = answer.status === 404 ? false : answer.status < 500 ? true : answer.status;
    }
    expect(got).toEqual(Object.fromEntries(Object.keys(people).map((role) => [role, roles.includes(role as Role)])));
  });

  it("keeps the host out of every class that they are not in, and lets them see no work", async () => {
    for (const address of ["/teach/classes/:class", "/teach/attempts/:attempt", "/teach/classes/:class/people/:person"])
      expect((await people.host.fetch(fillIn(address, ids))).status).toBe(404);
    await people.host.get("/host?name=Ana");
    expect(people.host.words).toContain("You see who is here, and no work of theirs.");
    expect(people.host.words).toContain("9B");
  });
});
