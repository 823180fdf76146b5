import { describe, expect, it } from "vitest";
import { readChecks } from "~/lessons/quiz-file.server";
import { blocks, lessons } from "../course";
import { fields, play, quizzes, solution, words } from "../playing";
import { withKeyhole } from "../running";
import { engines } from "../stores";
import { filled, Visitor } from "../visitor";

const checks = readChecks("content");

describe.each(engines)("a guest reads the lessons on %s", (engine) => {
  const keyhole = withKeyhole(engine);

  const form = (guest: Visitor, id: string) => guest.page.document.getElementById(id) as HTMLFormElement;
  /** What a form would send now, without the fields that only say which form it is. */
  const said = (guest: Visitor, id: string) =>
    filled(form(guest, id)).filter(([name, value]) => !["block", "kind", "at"].includes(name) && value);

  /** Sends one form of the page, with these answers to its own fields. */
  async function answer(guest: Visitor, id: string, answers: [name: string, value: string][]) {
    const hidden = filled(form(guest, id)).filter(([name]) => ["block", "kind", "at"].includes(name));
    const sent = await guest.fetch(form(guest, id).getAttribute("action") as string, {
      method: "POST",
      body: new URLSearchParams([...hidden, ...answers]),
    });
    expect(sent.status).toBe(302);
    await guest.get(sent.headers.get("Location") as string);
  }

  /** The nth thing that each control of a form offers: one per list, and one of the boxes or buttons. */
  function pick(guest: Visitor, id: string, nth: number): [name: string, value: string][] {
    const value = (one: Element | undefined) => one?.getAttribute("value") as string;
    const lists = [...form(guest, id).querySelectorAll("select")].map((list): [string, string] => [
      list.getAttribute("name") as string,
      value([...list.querySelectorAll("option")].filter((option) => value(option))[nth]),
    ]);
    const boxes = [...form(guest, id).querySelectorAll("input[name=chosen]")];
    const text = form(guest, id).querySelector("textarea") ? [["text", `Because of ${nth}.`] as [string, string]] : [];
    return [...lists, ...(boxes.length > 0 ? [["chosen", value(boxes[nth])] as [string, string]] : []), ...text];
  }

  it("section by section from the first page to the last, and plays its quiz to the result", async () => {
    const guest = new Visitor(keyhole);
    for (const { slug, sections, front } of lessons) {
      await guest.get(`/lessons/${slug}`);
      await guest.get(guest.page.document.querySelector("a.btn.go")?.getAttribute("href") as string);
      const headings = [];
      while (guest.page.url.includes("/lessons/")) {
        expect(guest.page.status).toBe(200);
        headings.push(guest.page.document.querySelector("h1")?.textContent);
        await guest.submit(/^(Next:|Done\.)/);
      }
      expect(headings).toEqual(sections.map(({ heading }) => heading));
      expect(new URL(guest.page.url).pathname).toBe(`/quizzes/${front.quiz}`);
      await playToTheEnd(guest, front.quiz as string);
    }
    await guest.get("/");
    for (const { sections } of lessons) expect(guest.words).toContain(`All ${sections.length} sections read`);
    expect(guest.words.match(/All \d+ sections read/g)).toHaveLength(lessons.length);
    expect(guest.page.document.querySelector("main a[href='/quizzes/capstone']")).not.toBeNull();
    await guest.get("/quizzes/capstone");
    await playToTheEnd(guest, "capstone");
  });

  async function playToTheEnd(guest: Visitor, slug: string) {
    const quiz = quizzes.find((one) => one.slug === slug);
    await guest.submit("Start");
    await play(guest, solution, quiz);
    expect(guest.page.status).toBe(200);
    const marked = quiz?.items.filter((item) => item.interaction !== "extended-text") ?? [];
    const most = marked.reduce((sum, item) => sum + (item.points as number), 0);
    expect(guest.words).toContain(`${most} of ${most} marked points`);
  }

  it.each(lessons)("and of $slug each section is skipped to past the list of sections, at its heading", async ({
    slug,
    sections,
  }) => {
    const guest = new Visitor(keyhole);
    for (const section of sections) {
      await guest.get(`/lessons/${slug}/${section.slug}`);
      const { document } = guest.page;
      const to = document.querySelector(".skip")?.getAttribute("href") ?? "";
      expect(document.querySelector(to)?.tagName).toBe("H1");
    }
  });

  const again = blocks("kh-recall");
  it.each(
    blocks("kh-predict"),
  )("and finds the prediction $id again, as it was in the beginning, and may change it", async ({ id, address }) => {
    const guest = new Visitor(keyhole);
    await guest.get(address);
    const first = pick(guest, id, 0);
    expect(first.length).toBeGreaterThan(0);
    await answer(guest, id, first);
    expect(said(guest, id)).toEqual(first);
    await guest.get(again.find((one) => one.id === id)?.address as string);
    expect(said(guest, `${id}-again`)).toEqual(first);
    const told = () =>
      [...form(guest, `${id}-again`).querySelectorAll(".said-before")].map((one) => words(one)).filter(Boolean);
    const [before = ""] = told();
    expect(before).toContain("In the beginning you");
    const second = pick(guest, `${id}-again`, 1);
    await answer(guest, `${id}-again`, second);
    expect(said(guest, `${id}-again`)).toEqual(second);
    const [still = "", after = ""] = told();
    expect(still).toBe(before);
    expect(after).toMatch(/^You changed it on .+: then you (said|placed) /);
    expect(words(form(guest, `${id}-again`))).toContain("Keep the changed answer");
  });

  it("and the predictions of lessons 2 and 3 come back where their explanations end", () => {
    const lesson = (slug: string, section: string) => `/lessons/${slug}/${section}`;
    expect(blocks("kh-predict")).toContainEqual({
      id: "no-direct-access",
      address: lesson("requests-and-direct-access", "predict"),
    });
    expect(again).toContainEqual({
      id: "no-direct-access",
      address: lesson("requests-and-direct-access", "reading-a-denial"),
    });
    expect(blocks("kh-predict")).toContainEqual({ id: "pins", address: lesson("prism-and-upstream", "predict") });
    expect(again).toContainEqual({ id: "pins", address: lesson("prism-and-upstream", "what-does-each-lock-change") });
  });

  it.each(blocks("kh-reflect"))("and finds the own words of $id again", async ({ id, address }) => {
    const guest = new Visitor(keyhole);
    await guest.get(address);
    await answer(guest, id, [["text", "In my own words."]]);
    await guest.get(address);
    expect(said(guest, id)).toEqual([["text", "In my own words."]]);
  });

  it.each(blocks("kh-check"))("and is told why an answer to $id is not right, only after answering", async ({
    id,
    address,
  }) => {
    const item = checks.find((one) => one.id === id) as (typeof checks)[number];
    const given = (response: unknown) =>
      Object.entries(fields(item, id, response)).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, one]),
      );
    const guest = new Visitor(keyhole);
    const reply = () => [...form(guest, id).querySelectorAll(".said")].map(words).join();
    await guest.get(address);
    expect(reply()).toBe("");
    const [name, right] = given(solution(item))[0] as [string, string];
    const offered = [...form(guest, id).querySelectorAll(`[name="${name}"], [name="${name}"] option`)].map((one) =>
      one.getAttribute("value"),
    );
    expect(offered).toContain(right);
    const keys = given(solution(item)).map(([, value]) => value);
    const wrong =
      offered.find((value) => value && !keys.includes(value)) ?? offered.find((value) => value && value !== right);
    const rows = given(solution(item)).filter(([row]) => row !== name);
    const others = rows.map(([row, value]): [string, string] => [
      row,
      offered.find((one) => one && one !== value) ?? "",
    ]);
    await answer(guest, id, [[name, wrong as string], ...others]);
    expect(reply()).toMatch(/^Not right/);
    expect(reply().length).toBeGreaterThan("Not right".length);
    await answer(guest, id, given(solution(item)));
    expect(reply()).toMatch(/^Right/);
  });

  it("says on paper, which has no cards, what only they say on a screen: caveats, and where background is from", async () => {
    const guest = new Visitor(keyhole);
    await guest.get("/lessons/requests-and-direct-access/print");
    const notes = [...guest.page.document.querySelectorAll(".note")].map((note) => note.textContent ?? "");
    expect(notes.find((note) => note.startsWith("C9"))).toContain("not a finding of a court");
    await guest.get("/lessons/prism-and-upstream/print");
    const background = [...guest.page.document.querySelectorAll(".note.back")].map((note) => note.textContent ?? "");
    expect(background.find((note) => note.startsWith("B26"))).toContain("P7_TA(2014)0230");
  });

  it.each(lessons)("and prints $slug whole: every heading, paragraph, line and cell that its sections show", async ({
    slug,
    sections,
  }) => {
    const guest = new Visitor(keyhole);
    const said = () => [...guest.page.document.querySelectorAll(".prose")].flatMap(saidIn);
    await guest.get(`/lessons/${slug}/print`);
    expect(guest.page.status).toBe(200);
    expect(guest.page.document.querySelector("main script")).toBeNull();
    const printed = new Set(said());
    const headings = [...guest.page.document.querySelectorAll("h2")].map(words);
    for (const [index, section] of sections.entries()) {
      expect(headings[index]).toMatch(new RegExp(`${index + 1} ${section.heading.replace("?", "\\?")}$`));
      await guest.get(`/lessons/${slug}/${section.slug}`);
      expect(said().length).toBeGreaterThan(2);
      expect(said().filter((text) => !printed.has(text))).toEqual([]);
    }
  });

  it("and no page has a zero byte, which React leaves where a letter of several bytes crosses the end of its buffer", async () => {
    const guest = new Visitor(keyhole);
    const addresses = lessons.flatMap(({ slug, sections }) =>
      ["print", ...sections.map((section) => section.slug)].map((last) => `/lessons/${slug}/${last}`),
    );
    for (const address of [...addresses, "/glossary", "/sources"]) await guest.get(address);
    expect(guest.seen.filter((page) => page.html.includes("\0")).map((page) => page.url)).toEqual([]);
  });
});

/** The words of everything that is to be read in a text, without the way on, the notes that open over it and the lab's grid. */
function saidIn(text: Element): string[] {
  return [...text.querySelectorAll("p, li, th, td, h2, h3, h4, dt, dd, figcaption, legend, label")]
    .filter((one) => !one.closest("form.next, aside.go-on, .gloss, .lab-block :is(form, details)"))
    .map(words)
    .filter(Boolean);
}
