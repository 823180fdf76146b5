import fs from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { draft, makePerson } from "../factories";
import type { Keyhole } from "../keyhole";
import { startPrefilled } from "../prefilled";
import { assignQuiz, inviteTeacher, join, makeClass, signUp } from "../school";
import { engines } from "../stores";
import { makeItem, makeStructured } from "../structured";
import type { Visitor } from "../visitor";
import { writeChoice } from "../writing";

const stimulus = "Ana sends a photo over the Wi-Fi of a café.";
const longStem =
  "Ana sends a photo to Ben over the Wi-Fi of a café, and the app that she uses encrypts it in transit but not end to end. Who can see the photo on its way?";

describe.each(engines)("what pages of the desk and of an attempt say on %s", (engine) => {
  let keyhole: Keyhole;
  let teacher: Visitor;
  let colleague: Visitor;
  let classAddress: string;
  let code: string;
  let written = "";
  beforeAll(async () => {
    keyhole = await startPrefilled(engine, async () => {
      const owner = await makePerson("Ms Author");
      const body = { v: 1, words: { min: 1, max: 100 } };
      const key = { v: 1, rubric: [{ points: 1, criterion: "Names the café" }], model: "The café can.", note: "" };
      const essay = await makeItem(draft({ interaction: "extended-text", body, key, texts: {} }));
      const about = [{ heading: "The café", stimulus }];
      written = await makeStructured([{ section: 1, itemId: essay }], { ownerId: owner.id }, about);
    });
    teacher = await signUp(keyhole, "Ms Rivera");
    colleague = await inviteTeacher(keyhole, teacher, "Mr Other");
    ({ address: classAddress, code } = await makeClass(teacher, "9B"));
  });
  afterAll(async () => {
    await keyhole.stop();
    expect(keyhole.output()).toBe("");
  });

  const find = (visitor: Visitor, selector: string) => visitor.page.document.querySelector(selector);

  it("shows the list again, as it was narrowed and ticked, when a press below it could not be done", async () => {
    const id = await writeChoice(teacher, "Which postcard is open?");
    await teacher.get("/teach/items?words=postcard&owner=mine");
    await teacher.submit("Retire");
    expect(teacher.page.status).toBe(400);
    expect(find(teacher, "[role=alert]")?.textContent).toContain("No question was chosen. Tick some");
    expect(find(teacher, "[name=words]")?.getAttribute("value")).toBe("postcard");
    await teacher.submit("Add the tag", { item: [id], tag: "a,b" });
    expect(teacher.page.status).toBe(400);
    expect(find(teacher, "#bulk-tag")?.getAttribute("aria-invalid")).toBe("true");
    expect(find(teacher, `[name=item][value="${id}"]`)?.hasAttribute("checked")).toBe(true);
    await teacher.submit("Add the tag", { tag: "post" });
    expect(teacher.words).toContain("Tagged: 1 question.");
    await teacher.submit("Retire", { item: [id, ...Array.from({ length: 1000 }, (_, n) => `made-up-${n}`)] });
    expect([teacher.page.status, find(teacher, "[role=alert]")?.textContent]).toEqual([
      400,
      expect.stringContaining("Choose at most 1000"),
    ]);
    expect(find(teacher, "[name=words]")?.getAttribute("value")).toBe("postcard");
  });

  it("tells what happened to whom it happened, and nothing to who follows a link that somebody made up", async () => {
    const id = await writeChoice(teacher, "Told of once");
    await teacher.get("/teach/items?words=told+of");
    await teacher.submit("Retire", { item: [id] });
    expect(teacher.words).toContain("Retired (they keep their place");
    const { search } = new URL(teacher.page.url);
    await colleague.get(`/teach/items${search}`);
    expect(find(colleague, "[role=status]")).toBeNull();
    for (const made of [search.replace(/retired\.1/, "retired.9"), "?told=retired&done=50", "?told=x&seal=x"]) {
      await teacher.get(`/teach/items${made}`);
      expect([made, find(teacher, "[role=status]")]).toEqual([made, null]);
    }
  });

  it("calls a question by its first whole words, and shows its whole stem below", async () => {
    await teacher.get(`/teach/items/${await writeChoice(teacher, longStem)}`);
    const heading = find(teacher, "h1")?.textContent ?? "";
    expect(heading).toBe("Ana sends a photo to Ben over the Wi-Fi of a café, and the…");
    expect(teacher.page.document.title).toContain(heading);
    expect(find(teacher, ".ask")?.textContent).toContain(longStem);
  });

  it("finds questions with a picture, and those without", async () => {
    const found = async (picture: string) => {
      await teacher.get(`/teach/items?owner=course&picture=${picture}`);
      return Number(/(\d+) questions? found/.exec(teacher.words)?.[1]);
    };
    const [some, others, all] = [await found("yes"), await found("no"), await found("")];
    expect(some).toBeGreaterThan(0);
    expect(some + others).toBe(all);
  });

  it("leads from a result to the next attempt while one is left, and then to what the quiz says", async () => {
    const assignment = await assignQuiz(teacher, classAddress, { attemptsAllowed: "2" });
    const address = assignment.replace("/teach", "");
    const ana = await join(keyhole, code, "Ana");
    for (const words of ["Start another attempt: 1 left", "About this quiz"]) {
      await ana.get(address);
      await ana.submit(/^Start/);
      await ana.submit("Check before handing in");
      await ana.submit("Hand in");
      expect([words, find(ana, `.submitline a[href="${address}"]`)?.textContent]).toEqual([words, words]);
    }
  });

  it("shows who marks what the question was about, and tries a quiz without a student's words around it", async () => {
    const assignment = await assignQuiz(teacher, classAddress, { quiz: written });
    const ben = await join(keyhole, code, "Ben");
    await ben.get(assignment.replace("/teach", ""));
    await ben.submit("Start");
    await ben.submit("Check before handing in", { q1: "Everybody in the café." });
    await ben.submit("Hand in");
    await teacher.get(`${assignment}/marking`);
    expect(find(teacher, ".stimulus")?.textContent).toContain(stimulus);
    await teacher.get(`${assignment}/trial`);
    await teacher.submit("Start the trial");
    await teacher.submit("Check before handing in", { q1: "Everybody." });
    for (const page of teacher.seen.slice(-2)) expect(page.html).not.toContain("Leave, keep answers");
    await teacher.submit("Hand in");
    expect(find(teacher, `.submitline a[href="${assignment}"]`)?.textContent).toBe("Leave the trial");
    expect(find(teacher, '.submitline a[href="/me"]')).toBeNull();
  });

  it("tells somebody who teaches already that an invitation was not needed, without a fault of theirs", async () => {
    await teacher.get("/teach/invitations");
    await teacher.submit(/^Make (a|another) link$/);
    await colleague.get(new URL(find(teacher, "#link")?.getAttribute("value") ?? "").pathname);
    expect(find(colleague, "h1")?.textContent).toBe("You can teach with Keyhole");
    expect(find(colleague, 'main a[href="/teach"]')?.textContent).toBe("Your classes");
  });
});

describe("the scripts of pages that are documents", () => {
  const scripts = fs
    .readdirSync("build/client/assets")
    .filter((name) => /^(autosave|pointing|reorder)-.+\.js\.gz$/.test(name));

  it("are each at most 6 kB on the line", () => {
    expect([...new Set(scripts.map((name) => name.split("-")[0]))].sort()).toEqual(["autosave", "pointing", "reorder"]);
    for (const name of scripts) {
      const { size } = fs.statSync(`build/client/assets/${name}`);
      expect([name, size, size <= 6000]).toEqual([name, size, true]);
    }
  });
});
