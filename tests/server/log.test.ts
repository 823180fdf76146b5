import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Keyhole, startKeyhole } from "../keyhole";
import { attemptOn, sendAnswer } from "../playing";
import { withSql } from "../running";
import { assignQuiz, join, makeClass, signUp } from "../school";
import { Visitor } from "../visitor";

/** What people give away in these requests; none of it may be read in what the server prints. */
const given = {
  teacher: "Marker-Teacher",
  login: "marker-teacher@school.test",
  student: "Marker-Student",
  className: "Marker-Class",
  password: "marker-password-long-enough",
  wrongLogin: "marker-wrong-login@school.test",
  wrongName: "Marker-Wrong-Name",
  answer: "marker-answer-text",
  search: "marker-search-word",
  broken: "marker-broken-json",
};

describe("what the server prints at its most talkative", () => {
  let keyhole: Keyhole;
  let secrets: string[] = [];
  beforeAll(async () => {
    keyhole = await startKeyhole("postgres", { LOG_LEVEL: "debug" });
  });
  afterAll(() => keyhole?.stop());
  const database = withSql({
    get env() {
      return keyhole.env;
    },
  });

  it("tells no name, login, password, PIN, class code, cookie or answer, also where a request is refused or breaks", async () => {
    const teacher = await signUp(keyhole, given.teacher);
    const { address, code } = await makeClass(teacher, given.className);
    const assignment = await assignQuiz(teacher, address);
    const student = await join(keyhole, code, given.student);
    secrets = [
      ...Object.values(given),
      code,
      student.pin,
      student.cookie.split("=")[1] ?? "",
      teacher.cookie.split("=")[1] ?? "",
    ];
    expect(secrets.filter((one) => one.length < 6)).toEqual([]);
    await student.get(assignment.replace("/teach", ""));
    await student.submit("Start");
    const attempt = attemptOn(student);
    await sendAnswer(student, attempt, "page", 1, given.answer);
    await refused(student, attempt, code);
    await teacher.get(`${address}/gradebook?q=${given.search}`);
    await breaking(teacher, student, address, attempt);
    const printed = keyhole.output();
    expect(printed).toContain("/attempts/");
    expect(printed.match(/"status":500/g)?.length ?? 0).toBeGreaterThan(0);
    expect(printed).toContain("42P01");
    const words = printed.toLowerCase();
    expect(secrets.filter((one) => words.includes(one.toLowerCase()))).toEqual([]);
  });

  /** What is answered by 4xx. */
  async function refused(student: Visitor, attempt: string, code: string) {
    const stranger = new Visitor(keyhole);
    const post = (visitor: Visitor, address: string, body: BodyInit, type = "application/x-www-form-urlencoded") =>
      visitor
        .fetch(address, { method: "POST", body, headers: { "Content-Type": type } })
        .then((answer) => answer.text());
    await post(stranger, "/sign-in", new URLSearchParams({ login: given.wrongLogin, password: given.password }));
    await post(
      stranger,
      `/join/${code}/sign-in`,
      new URLSearchParams({ name: given.wrongName, pin: student instanceof Visitor ? "000000" : "" }),
    );
    await post(student, `${attempt}/answers`, `{"${given.broken}`, "application/json");
    await post(student, `${attempt}/answers`, given.broken, "text/plain");
    await post(
      stranger,
      "/sign-up",
      new URLSearchParams({ name: given.teacher, login: given.login, password: "short" }),
    );
    await stranger.fetch(`/sources?q=${given.search}`).then((answer) => answer.text());
  }

  /** What breaks: tables are away while a page is asked for and an answer is sent. */
  async function breaking(teacher: Visitor, student: Visitor, address: string, attempt: string) {
    await database`alter table enrolments rename to enrolments_away`;
    await (await teacher.fetch(`${address}/gradebook?q=${given.search}`)).text();
    const body = new URLSearchParams({ name: given.wrongName });
    await (await teacher.fetch("/teach", { method: "POST", body })).text();
    await database`alter table enrolments_away rename to enrolments`;
    await database`alter table answer_log rename to answer_log_away`;
    await sendAnswer(student, attempt, "page two", 1, given.answer);
    await (
      await student.fetch(`${attempt}/answers`, {
        method: "POST",
        body: new URLSearchParams({ q1: given.answer, s1: "1" }),
      })
    ).text();
    await database`alter table answer_log_away rename to answer_log`;
  }
});
