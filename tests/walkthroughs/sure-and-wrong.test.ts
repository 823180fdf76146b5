import { describe, expect, it } from "vitest";
import { quiz } from "../playing";
import { withKeyhole } from "../running";
import { assignQuiz, join, makeClass, signUp } from "../school";
import { engines } from "../stores";

const [first] = quiz.items;
if (first?.interaction !== "choice") throw new Error("the first question is no choice any more");
const { right } = first.key as unknown as { right: string[] };
const { options } = first.body as unknown as { options: { id: string }[] };
const wrong = options.find(({ id }) => !right.includes(id))?.id as string;

describe.each(engines)("who was very sure of what is not right, on %s", (engine) => {
  const keyhole = withKeyhole(engine);

  it("meets that first in the result, and the class’s map tells the teacher of it by objective", async () => {
    const teacher = await signUp(keyhole, "Ms Rivera");
    const { address, code } = await makeClass(teacher, "9B");
    const assigned = await assignQuiz(teacher, address, { preset: "practice", asksConfidence: "yes" });
    const handsIn = async (name: string, q1: string, c1: string) => {
      const student = await join(keyhole, code, name);
      await student.get(`/assignments/${assigned.split("/").at(-1)}`);
      await student.submit("Start");
      await student.submit("Check before handing in", { q1, c1 });
      await student.submit("Hand in");
      return student;
    };
    const ana = await handsIn("Ana", wrong, "3");
    const begin = ana.page.document.querySelector("#sure")?.parentElement;
    expect([...(begin?.querySelectorAll("a") ?? [])].map((link) => link.getAttribute("href"))).toEqual(["#r1"]);
    for (const [name, choice, sure] of [
      ["Ben", wrong, "1"],
      ["Cleo", right[0] as string, "3"],
    ] as const)
      expect((await handsIn(name, choice, sure)).page.document.querySelector("#sure")).toBeNull();
    await teacher.get(`${address}/mastery`);
    const [row] = teacher.page.document.querySelectorAll("[aria-labelledby=sure] tbody tr");
    expect([...(row?.querySelectorAll("td") ?? [])].map((cell) => cell.textContent)).toEqual(["1", "1", "1", "0"]);
  });
});
