import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Keyhole, startKeyhole } from "../keyhole";
import { play, solution } from "../playing";
import { engines } from "../stores";
import { Visitor } from "../visitor";

describe.each(engines)("a guest reads lesson 1 on %s", (engine) => {
  let keyhole: Keyhole;
  beforeAll(async () => {
    keyhole = await startKeyhole(engine);
  });
  afterAll(async () => {
    await keyhole.stop();
    expect(keyhole.output()).toBe("");
  });

  it("section by section from the first page to the last, and plays its quiz to the result", async () => {
    const guest = new Visitor(keyhole);
    await guest.get("/lessons/in-transit-and-at-rest");
    const first = guest.page.document.querySelector("a.btn.go")?.getAttribute("href") as string;
    await guest.get(first);
    const headings = [guest.page.document.querySelector("h1")?.textContent];
    while ([...guest.page.document.querySelectorAll("button")].some((one) => one.textContent?.startsWith("Next"))) {
      await guest.submit(/^Next/);
      expect(guest.page.status).toBe(200);
      headings.push(guest.page.document.querySelector("h1")?.textContent);
    }
    expect(headings).toEqual([
      "One company, two statements",
      "Predict",
      "Data has states",
      "Where the padlock ends",
      "Who holds the key?",
      "What the envelope still tells",
      "July, November, December",
      "Sources, lab, quiz",
    ]);
    await guest.get("/quizzes/in-transit-and-at-rest");
    await guest.submit("Start");
    await play(guest, solution);
    expect(guest.words).toContain("22 of 22 marked points");
    await guest.get("/");
    expect(guest.words).toMatch(/7 of 8|8 of 8/);
  });

  it("and finds the prediction again at the end, as it was in the beginning", async () => {
    const guest = new Visitor(keyhole);
    await guest.get("/lessons/in-transit-and-at-rest/predict");
    await guest.submit(/^Keep my/, { chosen: "no", text: "One of them must be wrong." });
    await guest.get("/lessons/in-transit-and-at-rest/july-november-december");
    expect(guest.words).toContain("One of them must be wrong.");
  });

  it("and is told why an answer to the check is not right, only after answering", async () => {
    const guest = new Visitor(keyhole);
    await guest.get("/lessons/in-transit-and-at-rest/where-the-padlock-ends");
    expect(guest.page.document.querySelectorAll(".said")).toHaveLength(0);
    const option = (words: string) =>
      [...guest.page.document.querySelectorAll("label")]
        .find((label) => label.textContent?.trim() === words)
        ?.querySelector("input")
        ?.getAttribute("value") as string;
    await guest.submit("Check", { "L1.C1": option("Backbone") });
    expect(guest.page.document.querySelector(".said")?.textContent).toMatch(/Not right/i);
    await guest.submit(/^Check/, { "L1.C1": option("Provider front end") });
    expect(guest.page.document.querySelector(".said")?.textContent).toMatch(/Right/);
  });
});
