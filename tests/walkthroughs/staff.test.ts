import { beforeAll, describe, expect, it } from "vitest";
import { play, solution } from "../playing";
import { withKeyhole } from "../running";
import { assignQuiz, inviteColleague, join, makeClass, signUp } from "../school";
import { engines } from "../stores";
import { Visitor } from "../visitor";

describe.each(engines)("the desk of a class on %s", (engine) => {
  const keyhole = withKeyhole(engine);
  let teacher: Visitor;
  let mentor: Visitor;
  let ana: Visitor;
  let room: { address: string; code: string };
  let given: string;
  let attempt: string;
  beforeAll(async () => {
    teacher = await signUp(keyhole, "Ms Rivera");
    room = await makeClass(teacher, "9B");
    given = await assignQuiz(teacher, room.address);
    ana = await join(keyhole, room.code, "Ana");
    await ana.get(given.replace("/teach", ""));
    await ana.submit("Start");
    attempt = new URL(ana.page.url).pathname.split("/")[2] as string;
    await play(ana, solution);
    mentor = await inviteColleague(keyhole, teacher, room.address, "Ms Mentor", "observer");
  });

  const actions = (visitor: Visitor) =>
    [...visitor.page.document.querySelectorAll("form[method=post]")].map((form) => form.getAttribute("action"));

  const readable = () => [
    ...["", "/roster", "/groups", "/gradebook", "/marking", "/mastery", "/misconceptions", "/staff"].map(
      (page) => room.address + page,
    ),
    ...["", "/questions", "/items", "/comparison", "/live", "/overrides"].map((page) => given + page),
    `${room.address}/misconceptions?assignment=${given.split("/").at(-1)}`,
  ];

  it("shows an observer every page of the desk without one form but those of leaving, signing out and how pages look", async () => {
    expect(new URL(mentor.page.url).pathname).toBe(room.address);
    expect(mentor.words).toContain("You observe this class");
    const followed = new Set<string>();
    for (const page of [
      ...readable(),
      `${room.address}/people/print`,
      `${given}/projector`,
      `/teach/attempts/${attempt}`,
    ]) {
      await mentor.get(page);
      const forms = actions(mentor).filter((action) => action !== "/sign-out" && !action?.startsWith("/reader?"));
      expect([page, mentor.page.status, forms]).toEqual([page, 200, []]);
      const dead = [];
      for (const link of mentor.page.document.querySelectorAll("main a[href^='/teach']")) {
        const to = link.getAttribute("href") as string;
        if (followed.has(to)) continue;
        followed.add(to);
        const { status } = await mentor.fetch(to);
        if (status === 404) dead.push(to);
      }
      expect([page, dead]).toEqual([page, []]);
    }
    await mentor.get("/teach");
    expect(mentor.words).toContain("9B you observe it");
  });

  it("leads from each page of a class and of what was given to the others, and says which one is open", async () => {
    for (const page of readable()) {
      await mentor.get(page);
      const open = mentor.page.document.querySelectorAll("main nav [aria-current=page]");
      expect([page, [...open].map((way) => way.getAttribute("href"))]).toEqual([page, [page]]);
    }
  });

  it("makes the observer a teacher, who then gives a quiz and leaves, and brings them back", async () => {
    await teacher.get(`${room.address}/staff`);
    expect(teacher.words).toContain("Observer, only reads");
    await teacher.submit("Make Ms Mentor a teacher");
    await mentor.get(room.address);
    expect(mentor.words).toContain("Give a lesson or a quiz");
    await mentor.get(`${room.address}/staff/leaving`);
    await mentor.submit("Leave the class");
    expect((await mentor.get(room.address)).status).toBe(404);
    await teacher.get(`${room.address}/staff`);
    await teacher.submit("Bring back Ms Mentor");
    expect((await mentor.get(room.address)).status).toBe(200);
    await teacher.get(`${room.address}/staff`);
    await teacher.submit("Remove Ms Mentor");
    expect(teacher.words).toContain("Not here any more");
  });

  it("refuses to leave a class without a teacher, in words", async () => {
    await teacher.get(`${room.address}/staff/leaving`);
    await teacher.submit("Leave the class");
    expect([teacher.page.status, teacher.words]).toEqual([
      409,
      expect.stringContaining("A class keeps at least one teacher."),
    ]);
  });

  it("puts the class away after asking, says so on its pages and to its students, and takes it out again", async () => {
    await teacher.get(`${room.address}/archive`);
    await teacher.submit("Archive it");
    const pages = ["", "/roster", "/gradebook", "/staff"].map((page) => room.address + page);
    for (const page of [...pages, given]) {
      await teacher.get(page);
      expect([page, teacher.words]).toEqual([page, expect.stringContaining("This class was archived")]);
    }
    await teacher.get("/teach");
    expect(teacher.words).toMatch(/Archived\s*Nothing of these can be joined .*9B/);
    await ana.get("/me");
    expect(ana.page.html).not.toContain(`href="${given.replace("/teach", "")}"`);
    await ana.get(given.replace("/teach", ""));
    expect(ana.words).toContain("9B is archived");
    await ana.get(`/attempts/${attempt}/review`);
    expect(ana.page.document.querySelector("h1.big")).not.toBeNull();
    const newcomer = new Visitor(keyhole);
    await newcomer.get(`/join/${room.code}`);
    expect(newcomer.words).toMatch(/This class is archived.*I was here before/);
    expect(newcomer.words).not.toContain("I am new");
    await teacher.get("/teach");
    await teacher.submit("Take out of the archive: 9B");
    await ana.get("/me");
    expect(ana.page.html).toContain(`href="${given.replace("/teach", "")}"`);
  });
});
