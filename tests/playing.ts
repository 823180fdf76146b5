import { interactions } from "~/interactions/registry.server";
import { type AuthoredItem, readQuiz } from "~/lessons/quiz-file.server";
import type { Visitor } from "./visitor";

/** The first quiz as its authors wrote it: the tests' source of keys. */
export const quiz = readQuiz("content/quizzes/in-transit-and-at-rest.yaml");

/** The response that earns full marks. */
export const solution = (item: AuthoredItem) => interactions[item.interaction].solution(item.body, item.key);

// biome-ignore lint/suspicious/noExplicitAny: responses of all types, each read by its own shape.
type Loose = any;

/** The form fields with which a person would give this response: the other way round from each type's `parse`. */
export function fields(item: AuthoredItem, name: string, response: Loose): Record<string, string | string[] | null> {
  const each = (values: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(values).map(([id, value]) => [`${name}.${id}`, String(value)]));
  if (!response) return {};
  switch (item.interaction) {
    case "choice":
    case "hotspot":
      return { [name]: response.chosen };
    case "match":
      return each(response.pairs);
    case "order":
      return each(response.ranks);
    case "inline-choice":
      return each(response.gaps);
    case "choice-with-reason":
      return each({
        ...(response.truth === null ? {} : { truth: response.truth }),
        ...(response.reason === null ? {} : { reason: response.reason }),
      });
    default:
      return { [name]: response.text };
  }
}

/** Starts at the first page of an attempt and gives the responses through the forms as rendered, then hands in. */
export async function play(visitor: Visitor, responses: (item: AuthoredItem) => unknown): Promise<void> {
  for (;;) {
    const slots = [...visitor.page.document.querySelectorAll("[data-slot]")].map((section) =>
      Number(section.getAttribute("data-slot")),
    );
    const answers = Object.assign(
      {},
      ...slots.map((slot) => {
        const item = quiz.items[slot - 1] as AuthoredItem;
        return fields(item, `q${slot}`, responses(item));
      }),
    );
    const last = slots.includes(quiz.items.length);
    await visitor.submit(last ? "Check before handing in" : /^Next: question/, answers);
    if (last) break;
  }
  await visitor.submit("Hand in");
}

/** What a review page says of each question: "2 of 3 points" and so on, by slot. */
export function verdicts(visitor: Visitor): string[] {
  return [...visitor.page.document.querySelectorAll(".item .item-head .says")].map((says) =>
    (says.textContent ?? "").trim(),
  );
}

/** A partly right response per partial-credit type of the quiz, with the score that its stated rule gives by hand. */
export const partly: Record<string, { response: (item: AuthoredItem) => Loose; score: number }> = {
  // Five of six cards right, largest bin three of six: 3 × (5/6 − 1/2) / (1/2) = 2
  "L1.Q02": { response: (item) => misplaced(item, "c3", "rest"), score: 2 },
  // One swap of two neighbours: half of 2
  "L1.Q04": { response: (item) => swapped(solution(item)), score: 1 },
  // Only true/false right: 0.5 of 2
  "L1.Q05": { response: () => ({ truth: true, reason: "b" }), score: 0.5 },
  // Two of three right, one of two wrong: 3 × (2/3 − 1/2) = 0.5
  "L1.Q07": { response: () => ({ chosen: ["a", "b", "d"] }), score: 0.5 },
  // Four of five pairs: 2 × 4/5
  "L1.Q08": { response: (item) => withoutFirst(solution(item), "pairs"), score: 1.6 },
  // Two of three blanks
  "L1.Q09": { response: (item) => withoutFirst(solution(item), "gaps"), score: 2 },
};

function misplaced(item: AuthoredItem, source: string, target: string) {
  return { pairs: { ...solution(item).pairs, [source]: target } };
}

function swapped({ ranks }: Loose) {
  const ids = Object.keys(ranks);
  const [second, third] = [2, 3].map((rank) => ids.find((id) => ranks[id] === rank) as string);
  return { ranks: { ...ranks, [second as string]: 3, [third as string]: 2 } };
}

function withoutFirst(response: Loose, field: string) {
  const [, ...rest] = Object.entries(response[field]);
  return { [field]: Object.fromEntries(rest) };
}
