import { typed } from "~/interactions/form";
import { interactions } from "~/interactions/registry.server";
import type { LessonAnswer } from "~/models/lesson-answer.server";
import type { Check } from "~/models/lesson-check.server";
import { type Offer, offersOf } from "./offers";
import { pinAt, placePins } from "./pins";
import { cardsOf, sorted, sortedAs } from "./sorting";
import { elementsOf, type Tree, type TreeElement } from "./tree";
import type { Refused } from "./view";

const longest = 4000;

/** An answer out of a form of this page, or why it cannot be taken. Only blocks of the page are answered. */
export function readAnswer(
  form: FormData,
  tree: Tree,
  checks: Check[],
): { answer: LessonAnswer } | { refused: Refused } {
  const block = typed(form, "block");
  const kind = typed(form, "kind");
  const text = typed(form, "text").trim();
  const element = elementsOf(tree, ...(tags.get(kind) ?? [])).find(({ properties }) => properties.id === block);
  if (!element) return refuse("This answer belongs to no question of this page. It was not kept; answer again below.");

  if (kind === "check") {
    const check = checks.find(({ itemId }) => itemId === block);
    const response = check && interactions[check.interaction].parse(form, block, check.body);
    const open = check ? openRows(check, block, response) : [];
    if (open.length > 0)
      return {
        refused: {
          block,
          message: `Still to sort: ${open.map(({ name }) => name).join(", ")}.`,
          ...nothing,
          response,
          open,
        },
      };
    if (!check || !response) return refuse("Choose an answer first.");
    return { answer: { block, kind, value: { v: 1, version: check.version, response } } };
  }
  const long = text.length > longest && `Use at most ${longest} characters: these are ${text.length}.`;
  if (kind === "reflect") {
    const shared = form.get("shared") === "1";
    if (!text || long) return refuse(long || "Write something first.", [], shared);
    return { answer: { block, kind, value: { v: 1, chosen: [], text }, shared } };
  }

  const given = form.getAll("chosen").map(String);
  const { chosen, missing } = kind === "sort" ? sorting(element, given) : choice(element, given);
  const why = missing || long;
  if (why) return refuse(why, chosen);
  return { answer: { block, kind: kind === "sort" ? kind : "predict", value: { v: 1, chosen, text } } };

  function refuse(message: string, chosen: string[] = [], shared?: boolean): { refused: Refused } {
    return { refused: { block, message, chosen, text, ...(shared === undefined ? {} : { shared }) } };
  }
}

const nothing = { chosen: [], text: "" };

/** The rows of a check that still have no place; none where a check is no table. */
function openRows({ interaction, body }: Check, block: string, response: unknown): { id: string; name: string }[] {
  return (interactions[interaction].placed?.(body, null, response) ?? []).flatMap(({ id, chosen }, index) =>
    chosen === null ? [{ id: `${block}.${id}`, name: `row ${index + 1}` }] : [],
  );
}

/** What was chosen of what is offered, and what is still missing. */
function choice(element: TreeElement, given: string[]): { chosen: string[]; missing?: string } {
  const offers = offersOf(element);
  const { type } = element.properties;
  if (type === "place") return places(offers, given.filter(Boolean));
  const chosen = offers
    .map(({ value }) => value)
    .filter((value) => given.includes(value))
    .slice(0, type === "one" ? 1 : undefined);
  return chosen.length > 0 ? { chosen } : { chosen, missing: "Choose an answer first." };
}

/** Every pin needs one place of the network. */
function places(offers: Offer[], given: string[]): { chosen: string[]; missing?: string } {
  const pins = placePins(offers, given);
  const chosen = pins.flatMap(({ pin, place }) => (place ? [pinAt(pin, place.id)] : []));
  if (given.length > chosen.length) return { chosen, missing: "Choose each place from its list." };
  const left = pins.filter(({ place }) => !place).map(({ name }) => name);
  return left.length > 0 ? { chosen, missing: `Still without a place: ${left.join(", ")}.` } : { chosen };
}

/** Every card needs one place. */
function sorting(element: TreeElement, given: string[]): { chosen: string[]; missing?: string } {
  const cards = cardsOf(element.properties.cards);
  const bins = sorted(cards, given);
  const chosen = Object.entries(bins).map(([card, { value }]) => sortedAs(card, value));
  const left = cards.filter((card) => !bins[card]);
  return left.length > 0 ? { chosen, missing: `Still to sort: ${left.join(", ")}.` } : { chosen };
}

/** The blocks that take each kind of answer. */
const tags = new Map([
  ["predict", ["kh-predict", "kh-recall"]],
  ["reflect", ["kh-reflect"]],
  ["check", ["kh-check"]],
  ["sort", ["kh-sort"]],
]);
