import { describe, expect, it } from "vitest";
import type { ItemDraft } from "~/models/item.server";
import { draft, makePerson } from "../factories";
import { sendAnswer, words } from "../playing";
import { startPrefilled } from "../prefilled";
import { withKeyhole } from "../running";
import { assignQuiz, join, makeClass, signUp } from "../school";
import { engines } from "../stores";
import { byTag, makeItem, makePool, makeStructured, opinion } from "../structured";
import { Visitor } from "../visitor";

let made = 0;
/** A choice whose feedback can be found in a page. */
const secretive = (more: Partial<ItemDraft> = {}) => {
  const name = `W${++made}`;
  const texts = { "option.a": `KEPT-${name}-a`, "option.b": `KEPT-${name}-b`, "option.c": `KEPT-${name}-c` };
  return draft({ stem: `Stem of ${name}.`, explanation: `KEPT-${name}-why`, texts, ...more });
};

/** Three quizzes of a teacher, as a builder would have made them, one of which lacks questions to draw. */
async function build() {
  const owner = await makePerson("Ms Author");
  for (let n = 0; n < 4; n++) await makeItem(secretive(), { tags: ["walk"] });
  const sections = [
    { heading: "The café", text: "Read **this** first.", stimulus: "Ana sends a photo over the Wi-Fi of a café." },
    { heading: "Your view" },
  ];
  const bands = { v: 1, bands: [0, 0.5, 1].map((from) => ({ from, text: `Band *${from}*.` })) };
  const settings = { ownerId: owner.id, intro: "Take *your* time.", bands };
  const slots = [
    { section: 1, itemId: await makeItem(secretive({ hints: ["HINT-first"] })), weight: 1 },
    { section: 1, draw: byTag("walk"), weight: 2 },
    { section: 1, draw: byTag("walk"), weight: 2 },
    { section: 2, itemId: await makeItem(opinion({ stem: "An **opinion**." })), weight: 3 },
    { section: 2, itemId: await makeItem(secretive({ stem: "Which?\n\n- this\n- that" })), weight: 1 },
  ];
  const onlyForwards = { ...settings, perPage: 1, sequential: true, shuffleQuestions: true };
  const forwards = await makeStructured(slots, { ...onlyForwards, title: "Forwards" }, sections);
  const free = await makeStructured(slots, { ...settings, perPage: 2, title: "Free" }, sections);
  await makePool("rare", 1);
  const rare = [{ draw: byTag("rare") }, { draw: byTag("rare") }];
  const unready = await makeStructured(rare, { ownerId: owner.id, title: "Unready" });
  return { forwards, free, unready };
}

const slotsOn = ({ page }: Visitor) =>
  [...page.document.querySelectorAll("[data-slot]")].map((one) => Number(one.getAttribute("data-slot")));
const headsOn = ({ page }: Visitor) => [...page.document.querySelectorAll("main h2")].map(words);
const path = ({ page }: Visitor) => new URL(page.url).pathname;
const chosenIn = (visitor: Visitor, slot: number) =>
  visitor.page.document.querySelector(`[name=q${slot}][checked]`)?.getAttribute("value");

describe.each(engines)("a quiz with parts on %s", (engine) => {
  let forwards: string;
  let free: string;
  let unready: string;
  const keyhole = withKeyhole(engine, () =>
    startPrefilled(engine, async () => {
      ({ forwards, free, unready } = await build());
    }),
  );

  it("is gone through only forwards, part by part, and nothing of a key or of a page ahead travels early", async () => {
    const teacher = await signUp(keyhole, "Ms Rivera");
    const { address, code } = await makeClass(teacher, "9B");
    const assignment = await assignQuiz(teacher, address, { quiz: forwards });
    const ana = await join(keyhole, code, "Ana");
    await ana.get(`/assignments/${assignment.split("/").at(-1)}`);
    expect(ana.words).toContain("Take your time.");
    expect(ana.words).toContain("only forwards");
    expect(ana.words).toContain("5 questions, 6 points");

    await ana.submit("Start");
    const attempt = path(ana);
    const bytes: string[] = [];
    const order: number[] = [];
    const pages: Visitor["page"][] = [];
    for (let page = 1; page <= 5; page++) {
      pages.push(ana.page);
      const [slot] = slotsOn(ana) as [number];
      order.push(slot);
      expect(slotsOn(ana)).toHaveLength(1);
      expect(ana.words.includes("Read this first.")).toBe(page === 1);
      expect(ana.words.includes("Ana sends a photo")).toBe(page <= 3);
      expect(headsOn(ana)).toEqual([
        { 1: "The café", 2: "The café (continued)", 3: "The café (continued)", 4: "Your view" }[page] ??
          "Your view (continued)",
        `Question ${page} · ${{ 1: "1 point", 2: "2 points", 3: "2 points", 4: "not marked", 5: "1 point" }[slot]}`,
      ]);
      expect(ana.words.includes("You cannot come back to this page")).toBe(page < 5);
      expect(ana.words).not.toContain("Back to question");
      for (const other of [1, 2, 3, 4, 5]) {
        bytes.push((await ana.get(`${attempt}/pages?but=${other}`)).html);
        expect(slotsOn(ana)).toEqual(other === page ? [] : [slot]);
        await ana.get(`${attempt}?page=${other}`);
        expect(slotsOn(ana)).toEqual([slot]);
        const data = await ana.fetch(`${attempt}.data?page=${other}`);
        expect(data.status).toBe(200);
        const here = ana.page.html + (await data.text());
        // The three questions of the first part say their names.
        expect(new Set(here.match(/Stem of W\d+/g)).size).toBe(page <= 3 ? 1 : 0);
        expect([here.includes("<strong>opinion</strong>"), here.includes("Which?")]).toEqual([slot === 4, slot === 5]);
        bytes.push(here);
      }
      if (slot === 1) {
        await ana.submit(/^Show the hint/, { q1: "b" });
        expect(ana.words).toContain("HINT-first");
        expect(chosenIn(ana, 1)).toBe("b");
      }
      if (page < 5) await ana.submit(/^Next: question \d$/, { [`q${slot}`]: "a" });
      else await ana.submit("Check before handing in", { [`q${slot}`]: "a" });
    }
    expect([...order.slice(0, 3)].sort()).toEqual([1, 2, 3]);
    expect([...order.slice(3)].sort()).toEqual([4, 5]);
    expect(bytes.join("").includes("KEPT-")).toBe(false);

    // A page that lies open in another tab is a page that was left, for a form and for the script.
    ana.page = pages[0] as Visitor["page"];
    const first = order[0] as number;
    await ana.submit(/^Next/, { [`q${first}`]: "b" });
    expect(ana.words).toContain("does not count");
    expect(slotsOn(ana)).toEqual(order.slice(4));
    const sent = await sendAnswer(ana, attempt, "another-tab", first, "c");
    expect(sent.status).toBe(200);
    expect((await sent.json()).saved).toEqual([{ slot: first, seq: 1, outcome: "too late", passed: true }]);

    await ana.submit("Check before handing in");
    expect(ana.words).toContain("Every question has an answer.");
    await ana.submit("Hand in");
    expect(ana.words).toContain("6 of 6 points");
    expect(ana.words).toContain("Band 1.");
    expect(ana.words).toContain("The café5 of 5100%");
    expect(ana.words).toContain("Your view1 of 1100%");
    expect(ana.words).not.toMatch(/passed|failed/i);
    const heads = [...ana.page.document.querySelectorAll(".item h2")].map(words);
    expect(heads).toEqual([1, 2, 3, 4, 5].map((place) => `Question ${place}`));
    const says = [...ana.page.document.querySelectorAll(".item-head .says")].map(words);
    expect(says[order.indexOf(4)]).toBe("Not marked");
    expect(ana.page.html.includes("KEPT-")).toBe(true);

    await teacher.get(`/teach/attempts/${attempt.split("/").at(-1)}`);
    expect(teacher.words).toContain("6 of 6 points.");
    const numbers = [...teacher.page.document.querySelectorAll(".item h2")].map(words);
    expect(numbers).toEqual(
      [1, 2, 3, 4, 5].map((slot) => {
        const place = order.indexOf(slot) + 1;
        return place === slot ? `Question ${slot}` : `Question ${slot} (their number ${place})`;
      }),
    );
    await teacher.get(assignment);
    expect(teacher.words).toContain("answers to mark by hand0");
    const columns = [...teacher.page.document.querySelectorAll(".grid thead th")].slice(2).map(words);
    expect(columns).toEqual([1, 2, 3, 5].map((slot) => `question ${slot}100%`));
  });

  it("says on the check what was left open for good and what was never shown, and can be handed in early", async () => {
    const guest = new Visitor(keyhole);
    await guest.get(`/quizzes/${forwards}`);
    expect(guest.words).toContain("only forwards");
    await guest.submit("Start");
    const attempt = path(guest);
    await guest.submit(/^Next/);
    const [slot] = slotsOn(guest);
    await guest.submit("Check before handing in", { [`q${slot}`]: "a" });
    expect(guest.words).toContain("1 question was left without an answer: 1. That cannot be changed any more.");
    expect(guest.words).toContain("3 questions have not been shown to you yet: 3, 4, 5.");
    const links = [...guest.page.document.querySelectorAll(".stations a")].map((one) => one.hasAttribute("href"));
    expect(links).toEqual([false, true, false, false, false]);
    await guest.get(guest.page.document.querySelector(".btns a")?.getAttribute("href") ?? "");
    expect([path(guest), slotsOn(guest), chosenIn(guest, slot as number)]).toEqual([attempt, [slot], "a"]);
    await guest.submit("Check before handing in");
    await guest.submit("Hand in");
    expect(guest.page.status).toBe(200);
    expect(guest.words).toMatch(/^Forwards/);
  });

  it("turns pages both ways where one may, never mixing two parts on one", async () => {
    const guest = new Visitor(keyhole);
    await guest.get(`/quizzes/${free}`);
    expect(guest.words).not.toContain("only forwards");
    await guest.submit("Start");
    expect(slotsOn(guest)).toEqual([1, 2]);
    await guest.submit("Next: question 3", { q1: "b", flag1: "on" });
    expect(slotsOn(guest)).toEqual([3]);
    expect(guest.words).toContain("Ana sends a photo");
    await guest.submit("Next: questions 4 to 5");
    expect(slotsOn(guest)).toEqual([4, 5]);
    expect(guest.words).not.toContain("Ana sends a photo");
    const stem = guest.page.document.querySelector("#q5-stem");
    expect([...(stem?.querySelectorAll("li") ?? [])].map(words)).toEqual(["this", "that"]);
    expect(guest.page.document.querySelector("#q5 fieldset")?.getAttribute("aria-labelledby")).toBe("q5-stem");
    await guest.submit("← Back to question 3");
    await guest.submit("← Back to questions 1 to 2");
    expect(chosenIn(guest, 1)).toBe("b");
    await guest.submit("Check before handing in");
    await guest.submit("Hand in");
    expect(guest.words).toContain("0 of 6 points");
    expect(guest.words).toContain("Band 0.");
  });

  it("says in words that it cannot be started while there is too little to draw from", async () => {
    const guest = new Visitor(keyhole);
    await guest.get(`/quizzes/${unready}`);
    await guest.submit("Start");
    expect(guest.page.status).toBe(409);
    expect(guest.words).toContain("there are too few to draw from");
  });
});
