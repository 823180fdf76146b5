import { describe, expect, it } from "vitest";
import { readCourse } from "~/lessons/course.server";
import { cardsOf } from "~/lessons/sorting";
import { elementsOf } from "~/lessons/tree";
import { lessons } from "../course";
import { withKeyhole } from "../running";
import { engines } from "../stores";
import { Visitor } from "../visitor";

const course = readCourse("content");
const exercises = lessons.flatMap(({ slug, sections }) =>
  sections.flatMap((section) =>
    elementsOf(section.tree, "kh-sort").map(({ properties }) => ({
      id: String(properties.id),
      cards: cardsOf(properties.cards),
      address: `/lessons/${slug}/${section.slug}`,
    })),
  ),
);
const claims = course.claims.value;
const comments = course.comments.value;
/** What each card is, by the content files. */
const key = (card: string) =>
  claims.find(({ id }) => id === card)?.status ?? comments.find(({ id }) => id === card)?.kind ?? "";
const why = (card: string) =>
  comments.find(({ id }) => id === card)?.why ?? claims.find(({ id }) => id === card)?.settle ?? "";
/** Whether it is something else as well. */
const more = (card: string) =>
  claims.some(({ id, also }) => id === card && also.length > 0) ||
  comments.some(({ id, second }) => id === card && second !== undefined);
const folded = (text: string) => text.replace(/\s+/g, " ");

describe.each(engines)("cards to sort, on %s", (engine) => {
  const keyhole = withKeyhole(engine);
  const form = (guest: Visitor, id: string) => guest.page.document.getElementById(id) as HTMLFormElement;

  /** Sorts each card where `put` says, one by one as lists without a script send it. */
  async function sort(
    guest: Visitor,
    { id, address, cards }: (typeof exercises)[number],
    put: (card: string) => string,
    text = "",
  ) {
    const body = new URLSearchParams([
      ["block", id],
      ["kind", "sort"],
      ["at", id],
      ["text", text],
    ]);
    for (const card of cards) body.append("chosen", put(card) && `${card}.${put(card)}`);
    const sent = await guest.fetch(`${address}/answers`, { method: "POST", body });
    if (sent.status === 302) await guest.get(sent.headers.get("Location") as string);
    return sent;
  }
  const replies = (guest: Visitor, id: string) =>
    [...form(guest, id).querySelectorAll(".replies .said")].map((one) => folded(one.textContent ?? "").trim());

  it("are claims and readers’ comments, both, in the lessons", () => {
    expect(exercises.map(({ cards }) => cards[0]?.replace(/\d+/, "")).sort()).toEqual(["C", "RC"]);
  });

  it.each(
    exercises,
  )("$id tell nothing before they are sorted, then card by card why, what differs first", async (exercise) => {
    const { id, cards, address } = exercise;
    const guest = new Visitor(keyhole);
    await guest.get(address);
    expect(form(guest, id).querySelectorAll("select")).toHaveLength(cards.length);
    expect(cards.filter((card) => guest.page.html.replaceAll("&#x27;", "'").includes(why(card)))).toEqual([]);

    const refused = await sort(guest, exercise, (card) => (card === cards[0] ? "" : key(card)), "my own words");
    const again = await refused.text();
    expect(refused.status).toBe(400);
    expect(again).toContain(`Still to sort: ${cards[0]}.`);
    expect(again).toContain("my own words");
    expect(cards.filter((card) => again.replaceAll("&#x27;", "'").includes(why(card)))).toEqual([]);

    const other = cards[0]?.startsWith("RC") ? "evidence" : "inferred";
    await sort(guest, exercise, (card) => (card === cards.at(-1) ? other : key(card)), "The minutes.");
    const told = replies(guest, id);
    expect(told).toHaveLength(cards.length);
    expect(told[0]).toMatch(new RegExp(`^${cards.at(-1)}: (Not right|We see it differently|That is in it too)`));
    for (const [index, card] of [cards.at(-1) as string, ...cards.slice(0, -1)].entries())
      expect(told[index]).toContain(folded(why(card)));
    expect(form(guest, id).querySelector("textarea")?.textContent).toContain("The minutes.");

    await sort(guest, exercise, key);
    expect(
      replies(guest, id).map((one) => one.match(/^[RC]+\d+: The same(, and ours adds to it| as ours)/)?.[0]),
    ).toEqual(cards.map((card) => `${card}: The same${more(card) ? ", and ours adds to it" : " as ours"}`));
    expect(guest.words).toContain(`You and we agree on ${cards.length} of ${cards.length}.`);
    expect(form(guest, id).querySelector(`.replies a[href='/sources/${cards[0]}']`)).not.toBeNull();
  });

  it("belong to one reader: nobody else sees how they were sorted", async () => {
    const [exercise] = exercises;
    if (!exercise) return;
    await sort(new Visitor(keyhole), exercise, key);
    const other = new Visitor(keyhole);
    await other.get(exercise.address);
    expect(replies(other, exercise.id)).toEqual([]);
  });
});
