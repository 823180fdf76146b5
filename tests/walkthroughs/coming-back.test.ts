import { describe, expect, it } from "vitest";
import type { AuthoredItem } from "~/lessons/quiz-file.server";
import type { Keyhole } from "../keyhole";
import { fields, play, quiz, quizzes, solution, startAsGuest, verdicts } from "../playing";
import { withKeyhole, withSql } from "../running";
import { leaks, secretsIn, wordsKeptBack } from "../server/secrets";
import { engines } from "../stores";
import { Visitor } from "../visitor";

/** The written answers of this quiz are nobody's mistakes. */
const machineMarked = quiz.items.filter((item) => item.interaction !== "extended-text");
const missed = machineMarked.slice(1, 4);

async function practise(keyhole: Keyhole): Promise<Visitor> {
  const guest = await startAsGuest(keyhole);
  await play(guest, (item) => (missed.includes(item) ? null : solution(item)));
  return guest;
}

/** The question that the page asks, among those of all quizzes. */
function askedOn(guest: Visitor): AuthoredItem {
  const stem = guest.page.document.querySelector(".ask")?.textContent?.trim();
  const found = quizzes.flatMap(({ items }) => items).find((item) => item.stem === stem);
  if (!found) throw new Error(`${guest.page.url} asks none of our questions: ${guest.words}`);
  return found;
}

const pathOf = (guest: Visitor) => new URL(guest.page.url).pathname;

describe.each(engines)("a guest's mistakes on %s", (engine) => {
  const keyhole = withKeyhole(engine);

  it("tries again only what was missed, question by question, from the result's page", async () => {
    const guest = await practise(keyhole);
    const before = guest.words;
    const result = guest.page.url;
    const link = [...guest.page.document.querySelectorAll("a")].find(
      (one) => one.textContent === "Try again only what you missed",
    );
    await guest.get(link?.getAttribute("href") ?? "");
    for (const [index, item] of missed.entries()) {
      expect(guest.words).toContain(`Question ${index + 1} of 3`);
      expect(askedOn(guest).id).toBe(item.id);
      await guest.submit("Check", fields(item, "q1", solution(item)));
      expect(verdicts(guest)).toEqual(["Right"]);
      expect(guest.words).toContain(item.explanation);
      if (index < 2) await guest.get(guest.page.document.querySelector("a.go")?.getAttribute("href") ?? "");
    }
    expect(guest.words).toContain("That was all you missed.");
    await guest.get(result);
    expect(guest.words).toBe(before);
    await guest.get("/me");
    expect(guest.words).toContain("None now. The next one comes on");
  });

  it("says what is missing when there is no answer, with the hints that were asked for", async () => {
    const guest = await practise(keyhole);
    await guest.get(`/me/review?attempt=${pathOf(guest).split("/")[2]}`);
    const { hints } = askedOn(guest);
    expect(hints.filter((hint) => guest.page.html.includes(hint))).toEqual([]);
    await guest.submit("Show a hint");
    expect([guest.page.status, guest.words.includes(hints[0] as string)]).toEqual([200, true]);
    await guest.submit("Check");
    expect(guest.page.status).toBe(400);
    expect(guest.page.document.querySelector("[role=alert]")?.textContent).toContain("There is no answer yet");
    expect(guest.words).toContain(hints[0]);
    await guest.submit("I do not know, show me");
    expect(verdicts(guest)).toEqual(["No answer"]);
  });

  it("shows nothing of them to anybody else, and refuses what no page sends", async () => {
    const guest = await practise(keyhole);
    const attempt = pathOf(guest).split("/")[2];
    await guest.get(`/me/review?attempt=${attempt}`);
    await guest.submit("I do not know, show me");
    const answer = pathOf(guest);
    const other = await practise(keyhole);
    const stranger = new Visitor(keyhole);
    for (const address of [answer, `/me/review?attempt=${attempt}`]) {
      expect((await other.fetch(address)).status).toBe(404);
      expect((await stranger.fetch(address)).headers.get("Location")).toContain("/sign-in?next=");
    }
    const post = (body: Record<string, string>) =>
      other.fetch("/me/review", { method: "POST", body: new URLSearchParams(body) });
    const form = { item: "nul\0", number: "1", version: "0190c1c4-0000-7000-8000-000000000000", hints: "0" };
    expect((await post(form)).status).toBe(400);
    expect((await post({})).status).toBe(400);
    expect((await post({ ...form, item: "no-such-question" })).headers.get("Location")).toBe("/me/review");
  });
});

describe("the queue on the next day", () => {
  const keyhole = withKeyhole("postgres");
  const sql = withSql(keyhole);

  /** Lets a night pass for everybody's questions. */
  const night = () => sql`update review_cards set seen_on = seen_on - 1, due_on = due_on - 1`;

  it("finds on the next day what was missed, answers it once, and reads why", async () => {
    const guest = await practise(keyhole);
    await guest.get("/me");
    expect(guest.words).toContain("None now.");
    await night();
    await guest.get("/me");
    expect(guest.words).toContain("3 questions you missed can be tried again now.");
    for (let left = 3; left > 0; left--) {
      await guest.get("/me/review");
      const open = guest.page;
      const item = askedOn(guest);
      await guest.submit("Check", fields(item, "q1", solution(item)));
      const kept = guest.page.url;
      expect(verdicts(guest)).toEqual(["Right"]);
      expect(guest.words).toContain(item.explanation);
      // The same page once more, with another answer.
      guest.page = open;
      await guest.submit("I do not know, show me");
      expect(guest.words).toContain("You had answered this already.");
      expect(verdicts(guest)).toEqual(["Right"]);
      expect(guest.page.url).toContain(kept);
    }
    expect(guest.words).toContain("Nothing more is due now.");
    await guest.get("/me/review");
    expect(guest.page.document.querySelector("h1")?.textContent).toBe("Nothing to try again now");
    expect(guest.words).toContain("The next question comes back on");
  });

  it("tells no key, reason or hint before a question is answered", async () => {
    const guest = await practise(keyhole);
    await guest.get("/me");
    await night();
    for (;;) {
      await guest.get("/me/review");
      if (!guest.page.document.querySelector(".ask")) break;
      const item = askedOn(guest);
      const home = quizzes.find(({ items }) => items.includes(item)) as (typeof quizzes)[number];
      const secrets = secretsIn({ ...home, items: [item] }, quizzes);
      const bytes = guest.page.html + (await (await guest.fetch("/me/review.data")).text());
      expect([item.id, leaks(bytes, secrets)]).toEqual([item.id, []]);
      await guest.submit("I do not know, show me");
      const told = leaks(guest.page.html, secrets);
      expect([item.id, wordsKeptBack(item).some((text) => told.includes(text))]).toEqual([item.id, true]);
    }
  });
});
