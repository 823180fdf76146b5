import { interactions } from "~/interactions/registry.server";
import { type AuthoredItem, type AuthoredQuiz, quizFiles, readQuiz } from "~/lessons/quiz-file.server";
import { drawn, submitted } from "./interactions/fields";
import type { Keyhole } from "./keyhole";
import { Visitor } from "./visitor";

/** All quizzes as their authors wrote them: the tests' source of keys. */
export const quizzes: AuthoredQuiz[] = quizFiles("content").map(readQuiz);
/** The first lesson's quiz, for tests in which any quiz will do. */
export const quiz = quizzes.find(({ slug }) => slug === "in-transit-and-at-rest") as AuthoredQuiz;

/** The response that earns full marks. */
export const solution = (item: AuthoredItem) => interactions[item.interaction].solution(item.body, item.key);

/** The form fields with which a person would give this response: what its controls hold once they are filled with it. */
export function fields(item: AuthoredItem, name: string, response: unknown): Record<string, string | string[]> {
  const form = submitted(drawn(item.interaction, item.body, response, name));
  const given = [...new Set(form.keys())].map((key) => [key, form.getAll(key).map(String).filter(Boolean)] as const);
  return Object.fromEntries(given.filter(([, values]) => values.length > 0));
}

/** A new guest who has just started to practise this quiz. */
export async function startAsGuest(keyhole: Pick<Keyhole, "origin">, slug = quiz.slug): Promise<Visitor> {
  const guest = new Visitor(keyhole);
  await guest.get(`/quizzes/${slug}`);
  await guest.submit("Start");
  return guest;
}

/** The path of the attempt that a page is of: /attempts/:id. */
export const attemptOn = ({ page }: Visitor) => new URL(page.url).pathname.split("/").slice(0, 3).join("/");

/** What the script of a page sends when a line of a question was chosen. @param client the name that the page gave itself */
export const oneAnswer = (client: string, slot: number, value: string) => ({
  client,
  answers: [{ slot, seq: 1, ageMs: 0, fields: Object.entries({ [`s${slot}`]: "1", [`q${slot}`]: value }) }],
});

/** Chooses a line of a question as the script of a page does. */
export const sendAnswer = (visitor: Visitor, attempt: string, client: string, slot: number, value: string) =>
  visitor.fetch(`${attempt}/answers`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(oneAnswer(client, slot, value)),
  });

/**
 * Starts at the first page of an attempt and gives the responses through the forms as rendered, then hands in.
 * @param of the quiz that the attempt asks
 */
export async function play(
  visitor: Visitor,
  responses: (item: AuthoredItem) => unknown,
  of: AuthoredQuiz = quiz,
): Promise<void> {
  for (;;) {
    const { document } = visitor.page;
    const slots = [...document.querySelectorAll("[data-slot]")].map((one) => Number(one.getAttribute("data-slot")));
    const answers = Object.assign(
      {},
      ...slots.map((slot) => {
        const item = of.items[slot - 1] as AuthoredItem;
        return fields(item, `q${slot}`, responses(item));
      }),
    );
    for (const [name, value] of Object.entries(answers))
      for (const one of [value as string | string[]].flat()) mustOffer(document, name, one);
    const last = slots.includes(of.items.length);
    await visitor.submit(last ? "Check before handing in" : /^Next: question/, answers);
    if (last) break;
  }
  await visitor.submit("Hand in");
}

/** A browser sends only what the page offers, so a test may not send anything else. */
function mustOffer(document: Document, name: string, value: string): void {
  const controls = [...document.querySelectorAll(`[name="${name}"]`)];
  const offered = controls.flatMap((one) => (one.localName === "select" ? [...one.querySelectorAll("option")] : [one]));
  const typed = controls.some((one) => one.localName === "textarea" || one.getAttribute("type") === "text");
  if (!typed && !offered.some((one) => one.getAttribute("value") === value))
    throw new Error(`The page does not offer ${value} for ${name}`);
}

/** What a review page says of each question: "2 of 3 points" and so on, by slot. */
export function verdicts(visitor: Visitor): string[] {
  return [...visitor.page.document.querySelectorAll(".item .item-head .says")].map(words);
}

/** What a review page says was answered to each question, by slot: the lines that were chosen, or what was written. */
export function answersShown(visitor: Visitor): string[][] {
  return [...visitor.page.document.querySelectorAll(".item")].map((item) => [
    ...[...item.querySelectorAll(".backs li")]
      .filter((line) => line.querySelector(".picked"))
      .map(
        (line) => `${words(line.querySelector(".ink") as Element)}, ${words(line.querySelector(".how") as Element)}`,
      ),
    ...[...item.querySelectorAll(".written")].map(words),
  ]);
}

/** The words of an element, white space folded. */
export const words = (element: Element) => (element.textContent ?? "").replace(/\s+/g, " ").trim();
