import { beforeAll, describe, expect, it } from "vitest";
import { interactionNames } from "~/interactions/registry.server";
import type { AuthoredItem } from "~/lessons/quiz-file.server";
import { quizzes } from "../playing";
import { withKeyhole } from "../running";
import { signUp } from "../school";
import { engines } from "../stores";
import type { Visitor } from "../visitor";
import { choiceFields, rowsOf, typed, writeChoice } from "../writing";

const items = quizzes.flatMap((quiz) => quiz.items);

describe.each(engines)("a teacher writes questions without JavaScript on %s", (engine) => {
  const keyhole = withKeyhole(engine);
  let teacher: Visitor;
  beforeAll(async () => {
    teacher = await signUp(keyhole, "Ms Rivera");
  });

  it("opens a copy of a question of every type, sees it as a student does, and saves it as it was without a new version", async () => {
    for (const interaction of interactionNames) {
      const source = items.find((one) => one.interaction === interaction) as AuthoredItem;
      await teacher.get(`/teach/items/${source.id}`);
      await teacher.submit("Make a copy of it");
      const copy = new URL(teacher.page.url).pathname;
      await teacher.get(`${copy}/edit`);
      await teacher.submit("Preview");
      expect([interaction, teacher.page.document.querySelector("#preview [data-slot]") !== null]).toEqual([
        interaction,
        true,
      ]);
      await teacher.submit("Save");
      expect([interaction, teacher.page.status, teacher.page.url]).toEqual([
        interaction,
        200,
        `${keyhole.origin}${copy}`,
      ]);
      expect([interaction, /· version (\d+)/.exec(teacher.words)?.[1]]).toEqual([interaction, "1"]);
      expect([interaction, teacher.words.includes("To mend")]).toEqual([interaction, false]);
    }
  });

  it("gets more rows and a preview of what is not stored, and what was typed stays", async () => {
    await teacher.get("/teach/items/new?type=choice");
    const before = rowsOf(teacher).length;
    await teacher.submit("More options", choiceFields(teacher, "A question **in** the making"));
    expect(teacher.page.status).toBe(200);
    expect(rowsOf(teacher).length).toBeGreaterThan(before);
    await teacher.submit("Preview", { tags: "week 1", hint: ["Think of the post."] });
    const shown = teacher.page.document.querySelector("#preview");
    expect(shown?.querySelectorAll('input[type="radio"]').length).toBe(3);
    expect(shown?.querySelector("strong")?.textContent).toBe("in");
    expect(shown?.textContent).toContain("A guesser gets about 33 %.");
    expect([typed(teacher, "stem"), typed(teacher, "tags"), typed(teacher, "hint")]).toEqual([
      "A question **in** the making",
      "week 1",
      "Think of the post.",
    ]);
    await teacher.get("/teach/items?words=making");
    expect(teacher.words).toContain("No question is like this");
  });

  it("is told at the fields what is missing, with a 400 and everything typed still there", async () => {
    await teacher.get("/teach/items/new?type=choice");
    await teacher.submit("Store as a draft", {
      ...choiceFields(teacher, ""),
      "key.right": null,
      sources: "C18, NOPE",
      tags: "x".repeat(60),
    });
    expect(teacher.page.status).toBe(400);
    expect(teacher.page.document.querySelector("#stem")?.getAttribute("aria-invalid")).toBe("true");
    for (const said of ["Write the question.", "Say which answer is right", "called NOPE", "at most 40 characters"])
      expect(teacher.words).toContain(said);
    expect(typed(teacher, "sources")).toBe("C18, NOPE");
    expect(teacher.page.html).toContain("Everybody who carries it");
  });

  it("writes in two tabs at once, sees both versions, and loses neither", async () => {
    const id = await writeChoice(teacher, "Where both tabs began");
    await teacher.submit("Make it ready");
    await teacher.get(`/teach/items/${id}/edit`);
    const secondTab = teacher.page;
    await teacher.submit("Save", { stem: "From the first tab", change: "words" });
    expect(teacher.page.status).toBe(200);
    teacher.page = secondTab;
    await teacher.submit("Save", { stem: "From the second tab", explanation: "Mine, long", change: "meaning" });
    expect(teacher.page.status).toBe(409);
    expect(teacher.words).toContain("Somebody else has changed it meanwhile");
    expect(teacher.page.document.querySelector("[data-slot] .ask")?.textContent).toContain("From the first tab");
    expect([...teacher.page.document.querySelectorAll("ins")].map((one) => one.textContent).join(" ")).toContain(
      "From",
    );
    expect([typed(teacher, "stem"), typed(teacher, "explanation")]).toEqual(["From the second tab", "Mine, long"]);
    await teacher.submit("Save mine as the newest");
    expect(teacher.page.status).toBe(200);
    expect(teacher.words).toContain("version 3");
    for (const [from, to, said] of [
      [1, 2, "From the first tab"],
      [2, 3, "From the second tab"],
    ] as const) {
      await teacher.get(`/teach/items/${id}?from=${from}&to=${to}`);
      expect(teacher.page.document.querySelector("#changes")?.closest("section")?.textContent).toContain(said);
    }
    expect(teacher.words).toContain("a change of meaning");
    expect(teacher.words).toContain("only words");
  });

  it("is asked what kind of change it is once a question is in use, and keeps its text until it says", async () => {
    const id = await writeChoice(teacher, "Asked about its change");
    await teacher.submit("Make it ready");
    await teacher.get(`/teach/items/${id}/edit`);
    await teacher.submit("Save", { stem: "Changed how?" });
    expect(teacher.page.status).toBe(400);
    expect(teacher.words).toContain("Say what kind of change this is.");
    expect(typed(teacher, "stem")).toBe("Changed how?");
  });

  it("asks for an opinion without a key, and nobody has to say what is right", async () => {
    await teacher.get("/teach/items/new?type=choice");
    await teacher.submit("Store as a draft", {
      ...choiceFields(teacher, "What do you think of it?"),
      "key.right": null,
      opinion: "on",
    });
    expect(teacher.words).toContain("It asks for an opinion: there is no key");
    const [id] = new URL(teacher.page.url).pathname.split("/").slice(-1);
    await teacher.get(`/teach/items/${id}/edit`);
    expect(teacher.page.document.querySelector('[name="opinion"]')?.hasAttribute("checked")).toBe(true);
  });
});
