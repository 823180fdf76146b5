import { elementsOf, type TreeElement } from "./tree";

/** What a prediction offers to choose or to place: the word that is kept, and the words that are shown. */
export type Offer = { value: string; words: string };

/** @param element a kh-predict or kh-recall */
export function offersOf(element: TreeElement): Offer[] {
  return elementsOf(element, "kh-option").map(({ properties, children }) => ({
    value: String(properties.value),
    words: children.map((child) => (child.type === "text" ? child.value : "")).join(""),
  }));
}
