import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuthoredItem } from "~/lessons/quiz-file.server";
import { points } from "~/text";
import { expectedSlips } from "../expected-slips";
import { type Keyhole, startKeyhole } from "../keyhole";
import { partly } from "../partly";
import { answersShown, play, quiz, quizzes, solution, verdicts, words } from "../playing";
import { engines } from "../stores";
import { Visitor } from "../visitor";

describe.each(engines)("a guest practises on %s", (engine) => {
  let keyhole: Keyhole;
  beforeAll(async () => {
    keyhole = await startKeyhole(engine);
  });
  afterAll(async () => {
    await keyhole.stop();
    expect(keyhole.output()).toBe("");
  });

  async function start(slug = quiz.slug) {
    const guest = new Visitor(keyhole);
    await guest.get(`/quizzes/${slug}`);
    await guest.submit("Start");
    return guest;
  }

  describe.each(quizzes.map((one) => [one.slug, one] as const))("the quiz %s", (slug, quiz) => {
    const most = (items: AuthoredItem[]) => items.reduce((sum, item) => sum + (item.points as number), 0);
    const written = quiz.items.filter((item) => item.interaction === "extended-text");
    const marked = most(quiz.items.filter((item) => item.interaction !== "extended-text"));

    it("and the key of every item earns full marks, with the written answer left to compare", async () => {
      const guest = await start(slug);
      await play(guest, solution, quiz);
      expect(guest.page.status).toBe(200);
      const expected = quiz.items.map((item) =>
        item.interaction === "extended-text"
          ? `Yours to compare: up to ${points(item.points as number)}`
          : `Right: ${item.points} of ${points(item.points as number)}`,
      );
      expect(verdicts(guest)).toEqual(expected);
      expect(guest.words).toContain(`${marked} of ${marked} ${written.length > 0 ? "marked points" : "points"}`);
      expect(guest.words.includes("1 written answer is yours to compare")).toBe(written.length > 0);
      expect(guest.words.includes("A model answer to compare with")).toBe(written.length > 0);
    });

    it("and an empty paper earns nothing and breaks nothing", async () => {
      const guest = await start(slug);
      await play(guest, () => null, quiz);
      expect(guest.page.status).toBe(200);
      expect(verdicts(guest)).toEqual(quiz.items.map((item) => `No answer: 0 of ${points(item.points as number)}`));
      expect(answersShown(guest).flat()).toEqual(
        quiz.items.flatMap((item) => (item.interaction === "extended-text" ? ["Nothing."] : [])),
      );
      expect(guest.words).toContain(`0 of ${most(quiz.items)} points`);
    });

    it("and a partly right answer earns exactly what its rule says, and an expected slip gets its reply", async () => {
      const guest = await start(slug);
      const slip = (item: AuthoredItem) => expectedSlips(item)[0];
      await play(guest, (item) => partly[item.id]?.response ?? slip(item) ?? null, quiz);
      expect(verdicts(guest)).toEqual(
        quiz.items.map((item) => {
          const most = points(item.points as number);
          if (partly[item.id]) return `Partly right: ${partly[item.id]?.score} of ${most}`;
          return slip(item) ? `Not right: 0 of ${most}` : `No answer: 0 of ${most}`;
        }),
      );
      for (const [index, item] of quiz.items.entries())
        expect(words(guest.page.document.querySelector(`#r${index + 1}`) as Element)).toContain(
          slip(item)?.reply ?? "",
        );
    });
  });

  it("and each reason leads to the place in the lessons that explains it", async () => {
    const guest = await start();
    await play(guest, () => null);
    const links = [...guest.page.document.querySelectorAll("section.item a[href^='/lessons/']")];
    expect(links.length).toBe(quiz.items.length);
    for (const link of links) {
      const heading = link.textContent?.replace(/^Read /, "") as string;
      await guest.get(link.getAttribute("href") as string);
      expect([guest.page.status, guest.words.includes(heading)]).toEqual([200, true]);
    }
  });

  it("and finds what was typed after turning pages, leaving and coming back", async () => {
    const guest = await start();
    await guest.submit(/^Next/, { q1: "b", flag1: "on" });
    await guest.get("/quizzes/in-transit-and-at-rest");
    await guest.submit("Go on where you stopped");
    expect(guest.page.document.querySelector("[name=q1][value=b]")?.hasAttribute("checked")).toBe(true);
    expect(guest.words).toContain("1 of 14 questions answered, 1 to come back to");
  });

  it("and a page left open in another tab does not overwrite a newer answer with an old one", async () => {
    const guest = await start();
    const stale = guest.page;
    await guest.submit(/^Next/, { q1: "b" });
    guest.page = stale;
    await guest.submit(/^Next/, { "q2.c1": "transit" });
    await guest.get(stale.url);
    expect(guest.page.document.querySelector("[name=q1][value=b]")?.hasAttribute("checked")).toBe(true);
    expect(guest.page.document.querySelector("[name='q2.c1'][value=transit]")?.hasAttribute("checked")).toBe(true);
  });

  it("and sees a hint only after asking, with the page's answers kept", async () => {
    const guest = await start();
    const hint = quiz.items[0]?.hints[0] as string;
    expect(guest.words).not.toContain(hint);
    await guest.submit("Show the hint for question 1", { q1: "c" });
    expect(guest.words).toContain(hint);
    expect(guest.page.document.querySelector("[name=q1][value=c]")?.hasAttribute("checked")).toBe(true);
  });

  it("and handing in twice gives the same receipt", async () => {
    const guest = await start();
    await guest.submit("Check before handing in");
    const summary = guest.page;
    await guest.submit("Hand in");
    const first = guest.words;
    guest.page = summary;
    await guest.submit("Hand in");
    expect(guest.words).toBe(first);
  });

  it("and an answer sent after handing in is told that it came too late", async () => {
    const guest = await start();
    const page = guest.page;
    await guest.submit("Check before handing in");
    await guest.submit("Hand in");
    guest.page = page;
    await guest.submit(/^Next/, { q1: "b" });
    expect(guest.words).toContain("does not count");
  });
});
