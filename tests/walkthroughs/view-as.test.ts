import { beforeAll, describe, expect, it } from "vitest";
import { play, solution } from "../playing";
import { withKeyhole } from "../running";
import { assignQuiz, inviteColleague, join, makeClass, signUp } from "../school";
import { engines } from "../stores";
import type { Visitor } from "../visitor";

describe.each(engines)("looking at a class as one of its students on %s", (engine) => {
  const keyhole = withKeyhole(engine);
  let teacher: Visitor;
  let mentor: Visitor;
  let ana: Visitor;
  let shown: { assignment: string; attempt: string };
  let hidden: { assignment: string; attempt: string };
  let elsewhere: { assignment: string; attempt: string };
  let view: string;

  beforeAll(async () => {
    teacher = await signUp(keyhole, "Ms Rivera");
    const [room, other] = [await makeClass(teacher, "9B"), await makeClass(teacher, "Chess club")];
    const never = {
      preset: "own",
      marksWhen: "never",
      correctnessWhen: "never",
      feedbackWhen: "never",
      keyWhen: "never",
    };
    const given = [
      await assignQuiz(teacher, room.address, { title: "Open results" }),
      await assignQuiz(teacher, room.address, { title: "Kept results", ...never }),
      await assignQuiz(teacher, other.address, { title: "Of another class" }),
    ];
    ana = await join(keyhole, room.code, "Ana");
    await ana.get(`/join/${other.code}`);
    await ana.submit("Join as Ana");
    const done = [];
    for (const address of given) done.push(await hasDone(ana, address.replace("/teach", "")));
    [shown, hidden, elsewhere] = done as [typeof shown, typeof shown, typeof shown];
    mentor = await inviteColleague(keyhole, teacher, room.address, "Ms Mentor", "observer");
    await teacher.get(`${room.address}/roster`);
    view = teacher.page.document.querySelector("a[href$='/view']")?.getAttribute("href") ?? "";
  });

  it("lists what the student is given in this class and nothing else, for a teacher and an observer", async () => {
    for (const reader of [teacher, mentor]) {
      await reader.get(view);
      expect(reader.words).toContain("You see what Ana sees");
      expect(reader.words).toContain("Open results");
      expect(reader.words).not.toContain("Of another class");
      expect(reader.words).not.toContain("Practice");
    }
  });

  it("shows an assignment and a review as the student has them now, on paths that stay read-only", async () => {
    await teacher.get(`${view}/assignments/${shown.assignment}`);
    expect(teacher.words).toContain("One attempt: 1 used, 0 left");
    await teacher.get(teacher.page.document.querySelector("main td a")?.getAttribute("href") ?? "");
    expect(new URL(teacher.page.url).pathname).toBe(`${view}/attempts/${shown.attempt}`);
    await ana.get(`/attempts/${shown.attempt}/review`);
    const [hers, seen] = [ana, teacher].map((one) => one.page.document.querySelector("h1.big")?.textContent);
    expect([seen, teacher.page.document.querySelectorAll("main form").length]).toEqual([hers, 0]);
    await teacher.get(`${view}/attempts/${hidden.attempt}`);
    expect(teacher.words).toContain("Everything you answered has arrived");
    expect(teacher.words).not.toContain("points");
  });

  it("starts nothing, and posts nothing", async () => {
    await teacher.get(view.replace("/view", "/view/assignments/") + shown.assignment);
    const enabled = [...teacher.page.document.querySelectorAll("main button")].filter(
      (button) => !button.hasAttribute("disabled"),
    );
    expect(enabled).toEqual([]);
    for (const address of [view, `${view}/assignments/${shown.assignment}`, `${view}/attempts/${shown.attempt}`])
      expect((await teacher.fetch(address, { method: "POST", body: new URLSearchParams() })).status).toBe(405);
  });

  it("opens nothing of another class, though the same teacher teaches it, and nothing to the student", async () => {
    for (const address of [`${view}/assignments/${elsewhere.assignment}`, `${view}/attempts/${elsewhere.attempt}`])
      expect((await teacher.get(address)).status).toBe(404);
    expect((await ana.get(view)).status).toBe(404);
  });
});

async function hasDone(student: Visitor, address: string): Promise<{ assignment: string; attempt: string }> {
  await student.get(address);
  await student.submit("Start");
  const attempt = new URL(student.page.url).pathname.split("/")[2] as string;
  await play(student, solution);
  return { assignment: address.split("/").at(-1) as string, attempt };
}
