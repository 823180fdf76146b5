import { describe, expect, it } from "vitest";
import { readCourse } from "~/lessons/course.server";
import { readChecks } from "~/lessons/quiz-file.server";
import { blocks, lessons } from "../course";
import { withKeyhole } from "../running";
import { assignQuiz, join, makeClass, signUp } from "../school";
import { engines } from "../stores";
import { filled, Visitor } from "../visitor";

const check = readChecks("content").find(({ id }) => id === "L1.C1");
const { misconceptions } = readCourse("content");
const lesson = "in-transit-and-at-rest";
const words = (element: Element | null) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();

describe.each(engines)("learning that lasts, on %s", (engine) => {
  const keyhole = withKeyhole(engine);

  it.each(lessons)("$slug has an example that is opened step by step, and stands open on paper", async ({
    slug,
    sections,
  }) => {
    const reader = new Visitor(keyhole);
    const steps: boolean[] = [];
    for (const section of sections) {
      await reader.get(`/lessons/${slug}/${section.slug}`);
      for (const step of reader.page.document.querySelectorAll(".stepwise li > details")) {
        expect([words(step.querySelector("summary")), words(step.querySelector(".why"))]).not.toContain("");
        steps.push(step.hasAttribute("open"));
      }
    }
    expect(steps.length).toBeGreaterThanOrEqual(3);
    expect(steps).not.toContain(true);
    await reader.get(`/lessons/${slug}/print`);
    expect(reader.page.document.querySelectorAll(".stepwise li > details[open]")).toHaveLength(steps.length);
  });

  it("names the idea behind a wrong answer to a check and what to read next, and neither of them before", async () => {
    const idea = misconceptions.value.find(({ id }) => id === check?.misconceptions["option.a"]?.[0]);
    const place = blocks("kh-check").find(({ id }) => id === check?.id);
    const guest = new Visitor(keyhole);
    await guest.get(place?.address as string);
    expect(guest.words).not.toContain(idea?.idea);
    const form = guest.page.document.getElementById("L1.C1") as Element;
    const hidden = filled(form).filter(([name]) => ["block", "kind", "at"].includes(name));
    const answer = async (value: string) => {
      const sent = await guest.fetch(`${place?.address}/answers`, {
        method: "POST",
        body: new URLSearchParams([...hidden, ["L1.C1", value]]),
      });
      await guest.get(sent.headers.get("Location") as string);
    };
    await answer("a");
    const reply = () => guest.page.document.querySelector("#L1\\.C1 .said");
    expect(words(reply())).toContain(idea?.idea);
    expect(words(reply())).toMatch(/A mistaken idea that can lead to this answer: .+ That is not so\./);
    expect(words(reply())).not.toMatch(/M\d+/);
    expect(reply()?.querySelector("a")?.getAttribute("href")).toBe(`/lessons/${idea?.read}`);
    expect((await guest.fetch(`/lessons/${idea?.read}`)).status).toBe(200);
    await answer("c");
    expect(words(reply())).not.toContain("mistaken idea");
  });

  it("a table of claims to label names the rows that are empty, then tells each row beside ours", async () => {
    const table = readChecks("content").find(({ id }) => id === "L2.C2");
    const { pairs } = table?.key as { pairs: Record<string, string> };
    const place = blocks("kh-check").find(({ id }) => id === "L2.C2");
    const guest = new Visitor(keyhole);
    await guest.get(place?.address as string);
    const form = () => guest.page.document.getElementById("L2.C2") as Element;
    const hidden = filled(form()).filter(([name]) => ["block", "kind", "at"].includes(name));
    const sort = (given: Record<string, string>) =>
      guest.fetch(`${place?.address}/answers`, {
        method: "POST",
        body: new URLSearchParams([...hidden, ...Object.entries(given).map(([row, to]) => [`L2.C2.${row}`, to])]),
      });
    const { c1, c2, ...others } = pairs as { c1: string; c2: string };
    const refused = await sort(others);
    expect(refused.status).toBe(400);
    const again = await refused.text();
    expect(again).toContain("Still to sort: row 1, row 2.");
    for (const row of ["c1", "c2"]) {
      expect(again).toContain(`href="#L2.C2.${row}"`);
      expect(again).toContain(`id="L2.C2.${row}"`);
    }
    expect(again.match(/name="L2\.C2\.c\d"[^>]*checked=""/g)).toHaveLength(3);
    const kept = await sort({ ...others, c1: c2, c2 });
    await guest.get(kept.headers.get("Location") as string);
    const told = [...form().querySelectorAll(".replies .said")].map((one) => words(one));
    expect(told[0]).toContain("Partly right: 4 of 5 rows.");
    expect(told[1]).toMatch(/^Row 1: Not right ?You: Reported from leaked documents\. Ours: Asserted or denied\./);
    expect(told[2]).toMatch(/^Row 2: Right ?You: Reported/);
    expect(told).toHaveLength(6);
    expect(words(form())).not.toContain("mistaken idea");
    expect(guest.page.document.title).toContain("Partly right");
  });

  it("a guest is not asked whether teachers may read a reflection", async () => {
    const { id, address } = blocks("kh-reflect")[0] as { id: string; address: string };
    const guest = new Visitor(keyhole);
    await guest.get(address);
    await guest.submit("Keep my words", { text: "Between the servers." });
    expect(guest.page.document.querySelector(`#${id} textarea`)?.textContent).toContain("Between the servers.");
    expect(guest.words).not.toContain("My teachers may read this");
  });

  it("every idea has a section that speaks of it", () => {
    expect(misconceptions.value.filter(({ read }) => !read).map(({ id }) => id)).toEqual([]);
  });

  it("a student shares a reflection with the teachers of the class, and takes it back", async () => {
    const teacher = await signUp(keyhole, "Ms Rivera");
    const { address, code } = await makeClass(teacher, "9B");
    const report = `${await assignQuiz(teacher, address, { what: "unit", lesson })}/reading`;
    const student = await join(keyhole, code, "Ana");
    const { id, address: section } = blocks("kh-reflect").find((one) => one.address.includes(lesson)) as {
      id: string;
      address: string;
    };
    const box = () => student.page.document.querySelector(`#${id} input[name=shared]`);
    const read = async () => {
      await teacher.get(report);
      return teacher.words;
    };
    expect(await read()).toContain("Nobody shares an answer to this yet.");

    await student.get(section);
    expect(box()?.hasAttribute("checked")).toBe(false);
    await student.submit("Keep my words", { text: "The links between servers." });
    expect(student.words).toContain("for you only");
    expect(await read()).not.toContain("The links between servers.");

    await student.submit("Keep the new words", { text: "The links between servers.", shared: "1" });
    expect(student.words).toContain("for you and your teachers");
    expect(box()?.hasAttribute("checked")).toBe(true);
    expect(await read()).toMatch(/Ana.*The links between servers\./);

    await student.submit("Keep the new words", { shared: null });
    expect(student.words).toContain("for you only");
    expect(await read()).not.toContain("The links between servers.");
  });

  it("the end of each lesson leads to the practice, to what comes back, and to how far one is", async () => {
    const guest = new Visitor(keyhole);
    for (const { slug, sections } of lessons) {
      await guest.get(`/lessons/${slug}/${sections.at(-1)?.slug}`);
      const links = [...guest.page.document.querySelectorAll(".go-on a")].map((link) => link.getAttribute("href"));
      for (const link of ["/pairs", "/timeline", "/me", "/me/progress"]) expect(links).toContain(link);
    }
  });
});
