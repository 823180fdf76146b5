import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Keyhole, startKeyhole } from "../keyhole";
import { assignQuiz, join, makeClass, signUp } from "../school";
import { engines } from "../stores";
import { filled, type Visitor } from "../visitor";

const lesson = "in-transit-and-at-rest";

describe.each(engines)("giving lessons and quizzes on %s", (engine) => {
  let keyhole: Keyhole;
  let teacher: Visitor;
  let klass: { address: string; code: string };
  let ana: Visitor;
  let ben: Visitor;
  beforeAll(async () => {
    keyhole = await startKeyhole(engine);
    teacher = await signUp(keyhole, "Ms Rivera");
    klass = await makeClass(teacher, "9B");
    ana = await join(keyhole, klass.code, "Ana");
    ben = await join(keyhole, klass.code, "Ben");
  });
  afterAll(async () => {
    await keyhole.stop();
    expect(keyhole.output()).toBe("");
  });

  const give = (fields: Record<string, string>) => assignQuiz(teacher, klass.address, { dueAt: "", ...fields });
  const mine = (address: string) => address.replace("/teach", "");

  it("gives a lesson and its quiz as one unit, whose quiz opens when the lesson is read to its end", async () => {
    const unit = await give({ what: "unit", lesson, title: "The unit" });
    await ana.get("/me");
    expect(ana.words).toMatch(/Now.*The unit.*Not started yet/);
    await ana.get(mine(unit));
    expect(ana.words).toContain("The quiz opens when you have finished the lesson above.");
    expect(ana.page.html).not.toMatch(/<button[^>]*>Start/);
    const response = await ana.fetch(mine(unit), { method: "POST", body: new URLSearchParams() });
    expect(response.status).toBe(409);
    const steps = [...ana.page.document.querySelectorAll(".toc a")].map((one) => one.getAttribute("href") ?? "");
    for (const step of steps) {
      await ana.get(step);
      await ana.submit(/^(Next|Done)/);
    }
    expect(new URL(ana.page.url).pathname).toBe(mine(unit));
    await ana.submit("Start");
    expect(new URL(ana.page.url).pathname).toMatch(/^\/attempts\//);
    await teacher.get(unit);
    expect(teacher.words).toMatch(/have finished the lesson ?1 of 2/);
  });

  it("gives only a lesson: no start, no grid, and the gradebook says how far each has read", async () => {
    const reading = await give({ what: "lesson", lesson: `${lesson}/where-the-padlock-ends`, title: "One section" });
    await ana.get(mine(reading));
    expect(ana.words).toContain("You have read it.");
    expect(ana.page.document.querySelector("main form")).toBeNull();
    await teacher.get(`${klass.address}/gradebook`);
    expect(teacher.words).toMatch(/finished/);
    await teacher.get(reading);
    expect(teacher.words).toMatch(/Who has read how far|Sections read/);
    expect(teacher.words).not.toContain("Every answer");
    await teacher.get(klass.address);
    expect(teacher.words).toContain("1 of 2 have read it");
  });

  it("asks for a section's checks before the next section opens, and only students with such an assignment", async () => {
    const other = "requests-and-direct-access";
    await give({ what: "lesson", lesson: other, title: "With checks", checksRequired: "yes" });
    await ben.get(`/lessons/${other}`);
    const steps = [...ben.page.document.querySelectorAll(".toc a")].map((one) => one.getAttribute("href") ?? "");
    const sections = steps.filter((step) => step.startsWith("/lessons/"));
    const last = sections.at(-1) as string;
    await ben.get(last);
    expect(ben.page.url).toContain("?first=checks");
    expect(ben.words).toContain("With checks asks you to answer");
    const here = new URL(ben.page.url).pathname;
    await ben.submit(/^(Next|Done)/);
    expect(new URL(ben.page.url).pathname).toBe(here);
    // Nor is it drawn where answers to it are sent.
    const sent = await ben.fetch(`${last}/answers`, { method: "POST", body: new URLSearchParams({ x: "1" }) });
    expect([sent.status, sent.headers.get("Location")]).toEqual([302, `${here}?first=checks`]);
    // Nor on paper, which says what waits.
    const headings = () => ben.page.document.querySelectorAll("section.lesson").length;
    await ben.get(`/lessons/${other}/print`);
    expect(headings()).toBe(sections.indexOf(here) + 1);
    expect(headings()).toBeLessThan(sections.length);
    expect(ben.words).toMatch(
      /it waits: With checks asks you to answer (the check|\d checks) of the section before it first/,
    );
    const stranger = await signUp(keyhole, `Somebody ${engine}`);
    await stranger.get(last);
    expect(new URL(stranger.page.url).pathname).toBe(last);
    await stranger.get(`/lessons/${other}/print`);
    expect(stranger.page.document.querySelectorAll("section.lesson")).toHaveLength(sections.length);
  });

  it("gives to some alone: the others get a 404 and see nothing of it", async () => {
    await teacher.get(`/teach/assignments/new?class=${klass.address.split("/").at(-1)}`);
    const form = teacher.page.document;
    const her = [...form.querySelectorAll('input[name="student"]')].find((one) =>
      one.closest("label")?.textContent?.includes("Ana"),
    );
    await teacher.submit(/^Give/, { quiz: lesson, title: "Nobody", everybody: "chosen", dueAt: "" });
    expect([teacher.page.status, teacher.words.includes("Tick at least one")]).toEqual([400, true]);
    await teacher.submit(/^Give/, { title: "For Ana", student: her?.getAttribute("value") ?? "" });
    const only = new URL(teacher.page.url).pathname;
    expect(teacher.words).toMatch(/For: ?Ana|For ?Ana/);
    await ben.get(mine(only));
    expect(ben.page.status).toBe(404);
    await ben.get("/me");
    expect(ben.words).not.toContain("For Ana");
    await teacher.get(`${klass.address}/gradebook`);
    expect(teacher.words).toContain("not given");
  });

  it("makes nothing for people and groups of another class, and says so where one chooses", async () => {
    await teacher.get(`/teach/assignments/new?class=${klass.address.split("/").at(-1)}`);
    const form = teacher.page;
    const ids = (page: Visitor["page"]) =>
      [...page.document.querySelectorAll('input[name="student"]')].map((one) => one.getAttribute("value") ?? "");
    const [hers] = ids(form);
    const other = await makeClass(teacher, "10A");
    await join(keyhole, other.code, "Chiara");
    await teacher.get(`${other.address}/groups`);
    await teacher.submit("Make the group", { name: "Window side" });
    const group = /\/groups\/([0-9a-f-]{36})\//.exec(teacher.page.html)?.[1] ?? "";
    await teacher.get(`/teach/assignments/new?class=${other.address.split("/").at(-1)}`);
    const [foreign] = ids(teacher.page);
    for (const chosen of [{ student: foreign }, { group }, { student: [hers, foreign] }]) {
      teacher.page = form;
      const fields = [...filled(form.document.querySelector("main form") as Element)].filter(
        ([name]) => name !== "everybody",
      );
      const body = new URLSearchParams([...fields, ["quiz", lesson], ["title", "Foreign"], ["everybody", "chosen"]]);
      for (const [name, values] of Object.entries(chosen))
        for (const one of [values].flat()) body.append(name, one ?? "");
      const answer = await teacher.fetch(form.url, { method: "POST", body });
      const html = await answer.text();
      expect([answer.status, html.includes("Somebody whom you ticked is not in this class any more.")]).toEqual([
        400,
        true,
      ]);
      expect(html).toContain('id="everybody-error"');
    }
    await teacher.get(klass.address);
    expect(teacher.words).not.toContain("Foreign");
  });

  it("asks for a password at its field, and never sends it to a student", async () => {
    const locked = await give({ quiz: "capstone", title: "Behind a word", password: "blue door" });
    await teacher.get(locked);
    expect(teacher.words).toContain("blue door");
    await ben.get(mine(locked));
    await ben.submit("Start", { password: "red door" });
    expect([ben.page.status, ben.page.document.querySelector("#password-error")?.textContent]).toEqual([
      400,
      expect.stringContaining("That is not the password."),
    ]);
    await ben.submit("Start", { password: "blue door" });
    expect(new URL(ben.page.url).pathname).toMatch(/^\/attempts\//);
    for (const address of ["/me", "/me.data", "/_root.data", mine(locked), `${mine(locked)}.data`])
      expect(await (await ana.fetch(address)).text()).not.toContain("blue door");
  });

  it("says what comes before, with a link, and refuses the start", async () => {
    const first = await give({ quiz: "prism-and-upstream", title: "First this" });
    const then = await give({ quiz: "lab-practice", title: "Then that", afterId: first.split("/").at(-1) as string });
    await ana.get(mine(then));
    expect(ana.words).toContain("First this comes before this.");
    expect(ana.page.document.querySelector(`main a[href="${mine(first)}"]`)).not.toBeNull();
    expect((await ana.fetch(mine(then), { method: "POST", body: new URLSearchParams() })).status).toBe(409);
    await teacher.get(`${first}/edit`);
    await teacher.submit("Keep the changes", { afterId: then.split("/").at(-1) as string });
    expect([teacher.page.status, teacher.words.includes("waits for this one")]).toEqual([400, true]);
  });

  it("stops by hand after asking, says so to nobody's loss, and opens again", async () => {
    const quiz = await give({ quiz: "requests-and-direct-access", title: "Stopped" });
    await ana.get(mine(quiz));
    await ana.submit("Start");
    await teacher.get(quiz);
    await teacher.get(`${quiz}/stop`);
    expect(teacher.words).toContain("1 student is at work now: Ana.");
    await teacher.submit("Stop now");
    expect(teacher.words).toContain("You stopped it by hand.");
    await ben.get(mine(quiz));
    expect(ben.page.html).not.toMatch(/<button[^>]*>Start/);
    await teacher.get(`${quiz}/reopening`);
    await teacher.submit("Open again");
    await ben.get(mine(quiz));
    await ben.submit("Start");
    expect(new URL(ben.page.url).pathname).toMatch(/^\/attempts\//);
    await teacher.get(`${klass.address}/stop`);
    expect(teacher.words).toMatch(/are at work now|is at work now/);
    await teacher.submit("Stop all");
    await teacher.get(`${klass.address}/stop`);
    expect(teacher.words).toContain("Nothing is open in this class now.");
  });

  it("says of practice, homework and test what each means, and keeps the one that is chosen", async () => {
    await teacher.get(`/teach/assignments/new?class=${klass.address.split("/").at(-1)}`);
    for (const words of ["see why at once and try again", "as soon as they hand in", "while a classmate still works"])
      expect(teacher.words).toContain(words);
    const practice = await give({ quiz: "capstone", title: "To practise", preset: "practice", tries: "3" });
    const test = await give({ quiz: "capstone", title: "The test", preset: "test", closesAt: "2090-01-01T10:00" });
    await ana.get(mine(practice));
    expect(ana.words).toContain("You can check each answer up to 3 times on the way");
    await ana.get(mine(test));
    expect(ana.words).toContain("Results are shown when it is closed for everybody");
  });

  it("copies the plan to a new class after showing old and new dates, once", async () => {
    await teacher.get(`${klass.address}/copy`);
    await teacher.submit("Show what it would be", { to: "new", name: "" });
    expect(teacher.words).toContain("Give the new class a name.");
    for (const first of ["0207-01-11T08:00", "2207-01-11T08:00"]) {
      await teacher.submit("Show what it would be", { name: "9B next", first });
      expect(teacher.words).toContain("Give a year between 2000 and 2100.");
    }
    await teacher.get(`${klass.address}/copy`);
    await teacher.submit("Show what it would be", { to: "new", name: "" });
    await teacher.submit("Show what it would be", { name: "9B next" });
    const form = teacher.page;
    await teacher.submit(/^Copy/);
    const made = teacher.page.url.replace(/#.*/, "");
    expect(teacher.words).toContain("The unit");
    teacher.page = form;
    await teacher.submit(/^Copy/);
    expect(teacher.page.url.replace(/#.*/, "")).toBe(made);
    expect(teacher.page.document.querySelectorAll("tbody tr")).toHaveLength(
      (await teacher.get(klass.address)).document.querySelectorAll("tbody tr").length,
    );
  });
});
