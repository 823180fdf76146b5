import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Keyhole, startKeyhole } from "../keyhole";
import { partly, play, quiz, solution, verdicts } from "../playing";
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

  async function start() {
    const guest = new Visitor(keyhole);
    await guest.get("/quizzes/in-transit-and-at-rest");
    await guest.submit("Start");
    return guest;
  }

  it("and the key of every item earns full marks, with the written answer left to compare", async () => {
    const guest = await start();
    await play(guest, solution);
    expect(guest.page.status).toBe(200);
    const expected = quiz.items.map((item) =>
      item.interaction === "extended-text"
        ? "Yours to compare: up to 4 points"
        : `Right: ${item.points} of ${item.points} ${item.points === 1 ? "point" : "points"}`,
    );
    expect(verdicts(guest)).toEqual(expected);
    expect(guest.words).toContain("22 of 22 marked points");
    expect(guest.words).toContain("1 written answer is yours to compare");
    expect(guest.words).toContain("A model answer to compare with");
  });

  it("and an empty paper earns nothing and breaks nothing", async () => {
    const guest = await start();
    await play(guest, () => null);
    expect(guest.page.status).toBe(200);
    expect(verdicts(guest)).toEqual(
      quiz.items.map((item) => `No answer: 0 of ${item.points} ${item.points === 1 ? "point" : "points"}`),
    );
    expect(guest.words).toContain("0 of 26 points");
  });

  it("and a partly right answer earns exactly what its rule says", async () => {
    const guest = await start();
    await play(guest, (item) => partly[item.id]?.response(item) ?? null);
    for (const [id, { score }] of Object.entries(partly)) {
      const slot = quiz.items.findIndex((item) => item.id === id);
      expect([id, verdicts(guest)[slot]]).toEqual([id, `Partly right: ${score} of ${quiz.items[slot]?.points} points`]);
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
    const hint = quiz.items[0]?.hint as string;
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
