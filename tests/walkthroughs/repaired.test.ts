import { beforeAll, describe, expect, it } from "vitest";
import { play, quiz, solution } from "../playing";
import { withKeyhole } from "../running";
import { assignQuiz, join, makeClass, signUp } from "../school";
import { engines } from "../stores";
import type { Visitor } from "../visitor";

describe.each(engines)("a teacher repairs marks on %s", (engine) => {
  const keyhole = withKeyhole(engine);
  let teacher: Visitor;
  let student: Visitor;
  let assignment: string;
  let attempt: string;
  beforeAll(async () => {
    teacher = await signUp(keyhole, "Ms Rivera");
    const { address, code } = await makeClass(teacher, "9B");
    assignment = await assignQuiz(teacher, address);
    student = await join(keyhole, code, "Ana");
    await student.get(assignment.replace("/teach", ""));
    await student.submit("Start");
    attempt = new URL(student.page.url).pathname.split("/")[2] as string;
    await play(student, (item) => (item === quiz.items[0] ? null : solution(item)), quiz);
  });

  const review = async () => {
    await student.get(`/attempts/${attempt}/review`);
    return (student.page.document.querySelector("#r1")?.textContent ?? "").replace(/\s+/g, " ");
  };

  it("overrides a mark with a reason that the student reads, and takes it back", async () => {
    await teacher.get(`/teach/attempts/${attempt}/slots/1/override`);
    await teacher.submit("Change the mark", { score: "0,5", reason: "" });
    expect(teacher.page.status).toBe(400);
    expect(teacher.words).toContain("Say why.");
    await teacher.submit("Change the mark", { score: "0,5", reason: "You told me in class." });
    expect(teacher.page.status).toBe(200);
    expect(await review()).toContain("Changed by your teacher: You told me in class.");
    await teacher.get(`/teach/attempts/${attempt}/slots/1/override`);
    expect(teacher.words).toContain("Ms Rivera changed the mark to 0.5 points, before 0 points");
    await teacher.submit("Take my mark back");
    expect(await review()).not.toContain("Changed by your teacher");
  });

  it("fixes a question: sees every old and new mark, agrees, and undoes it; the student reads what happened", async () => {
    await teacher.get(assignment);
    const link = [...teacher.page.document.querySelectorAll("thead a")][0]?.getAttribute("href") as string;
    await teacher.get(link);
    await teacher.submit("Show what would change", { kind: "accept", note: "Two readings." });
    expect(teacher.page.status).toBe(400);
    await teacher.submit("Show what would change", { kind: "full marks", note: "Two readings." });
    expect(teacher.words).toContain("1 attempt of 1 would change");
    expect(await review()).not.toContain("corrected");
    await teacher.submit("Correct it for everybody");
    expect(teacher.page.status).toBe(200);
    expect(teacher.words).toContain("Full marks for everybody. “Two readings.”");
    expect(await review()).toMatch(
      /This question was corrected on .*: Two readings\. Everybody gets full marks for it\. The mark went from 0 points to/,
    );
    await teacher.submit("Undo the last one");
    expect(teacher.words).toContain("Undone");
    expect(await review()).toContain("That was taken back on");
  });

  it("gives an attempt back, lets it not count, and takes both back", async () => {
    await teacher.get(`/teach/attempts/${attempt}/reopening`);
    await teacher.submit("Give it back", { minutes: "10", why: "Pressed too early." });
    await student.get(assignment.replace("/teach", ""));
    expect(student.words).toContain("attempt 1 was given back to go on with (Ms Rivera): “Pressed too early.”");
    await teacher.submit("Hand it in again as it is");
    await teacher.get(`/teach/attempts/${attempt}/voiding`);
    await teacher.submit("Let it not count", { why: "Fire alarm." });
    await student.get("/me");
    expect(student.words).toContain("Does not count");
    await teacher.submit("Let it count again");
    await student.get(`/attempts/${attempt}/review`);
    expect(student.words).toContain("attempt 1 counts again");
  });
});
