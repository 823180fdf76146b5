import { describe, expect, it } from "vitest";
import { quiz } from "../playing";
import { withKeyhole } from "../running";
import { assignQuiz, join, makeClass, signUp } from "../school";
import { engines } from "../stores";
import { Visitor } from "../visitor";

const [first] = quiz.items;
if (first?.interaction !== "choice") throw new Error("the first question is no choice any more");
const right = (first.key as unknown as { right: string[] }).right[0] as string;
const options = (first.body as unknown as { options: { id: string }[] }).options.map(({ id }) => id);
const wrong = options.filter((id) => id !== right);

describe.each(engines)("an answer is checked on the way on %s", (engine) => {
  const keyhole = withKeyhole(engine);

  it("in practice: says why a wrong one is wrong, keeps the key until it is settled, and the result agrees", async () => {
    const guest = new Visitor(keyhole);
    await guest.get(`/quizzes/${quiz.slug}`);
    await guest.submit("Practise with a check after each answer");
    await guest.submit("Check this answer to question 1");
    expect(guest.words).toContain("There is no answer to check yet.");
    await guest.submit("Check this answer to question 1", { q1: wrong[0] as string });
    expect(guest.page.url).toContain("#check1");
    expect(guest.words).toContain("Not right yet");
    expect(guest.words).toContain("2 checks left.");
    expect(guest.words).toContain(first.texts[`option.${wrong[0]}`]?.replace(/\s+/g, " ").trim());
    expect(guest.words).not.toContain(first.explanation);
    await guest.submit("Check this answer to question 1", { q1: right });
    expect(guest.words).toContain("This question is settled.");
    expect(guest.words).toContain(first.explanation);
    expect(guest.page.document.querySelector("[name=s1]")).toBeNull();
    await guest.submit("Check before handing in");
    await guest.submit("Hand in");
    expect(guest.words).toContain(`Right: ${first.points} of`);
    expect(guest.words).toContain("Checked 2 times on the way.");
    expect(guest.words).not.toContain("passed");
  });

  it("in a class: costs what the teacher set, asks how sure one is, and shows each thing at its moment", async () => {
    const teacher = await signUp(keyhole, "Ms Rivera");
    const { address, code } = await makeClass(teacher, "9B");
    const assigned = await assignQuiz(teacher, address, {
      ...{ preset: "own", marksWhen: "now", correctnessWhen: "now", feedbackWhen: "submit", keyWhen: "never" },
      ...{ tries: "2", penaltyPercent: "50", asksConfidence: "yes", passPercent: "60" },
    });
    const student = await join(keyhole, code, "Ana");
    await student.get(`/assignments/${assigned.split("/").at(-1)}`);
    expect(student.words).toContain(
      "You can check each answer up to 2 times on the way. Each check after the first costs 50 %",
    );
    expect(student.words).toContain("You are asked how sure you are. It never changes your points");
    await student.submit("Start");
    await student.submit("Check this answer to question 1", { q1: wrong[0] as string, c1: "3" });
    expect(student.words).toContain("Not right yet");
    expect(student.page.document.querySelector("[name=c1][value='3']")?.hasAttribute("checked")).toBe(true);
    expect(student.words).not.toContain(first.texts[`option.${wrong[0]}`]);
    await student.submit("Check this answer to question 1", { q1: right });
    expect(student.words).toContain(`It earns ${(first.points as number) / 2} of`);
    await student.submit("Check before handing in");
    await student.submit("Hand in");
    expect(student.words).toContain(`Right: ${(first.points as number) / 2} of`);
    expect(student.words).toContain("You said how sure you were: very sure.");
    expect(student.words).not.toContain(first.explanation);
    await teacher.get(assigned);
    await teacher.get(`${assigned}/edit`);
    const chosen = (name: string) =>
      teacher.page.document.querySelector(`[name=${name}] option[selected]`)?.getAttribute("value");
    expect([chosen("keyWhen"), chosen("tries")]).toEqual(["never", "2"]);
    await teacher.submit("Keep the changes", { preset: "test" });
    expect(teacher.page.status).toBe(400);
    expect(teacher.words).toContain("Results that are shown after it closes need a closing date.");
  });
});
