import { normalise } from "./normalise";
import { type Body, type Key, longest, type Response } from "./schema";
import { example, fits } from "./wildcard";

/** 1 if it fits an accepted answer once both are normalised, else 0 (brief part 4, "Short text"; row Q4). */
export function grade(_body: Body, key: Key, response: Response | null): number {
  return response && indexIn(key.accepted, key, response.text) >= 0 ? 1 : 0;
}

export function faults(body: Body, key: Key, response: Response | null): string[] {
  if (!response || grade(body, key, response) === 1) return [];
  const near = indexIn(key.near, key, response.text);
  return near >= 0 ? [`near.${near}`] : [];
}

export function codes(_body: Body, key: Key): string[] {
  return key.near.map((_, index) => `near.${index}`);
}

/** The first accepted answer as somebody could write it. Where it needs something in place of a star, that is "x". */
export function rightAnswer(key: Key): string {
  const [first = ""] = key.accepted;
  const bare = example(first, "").trim();
  return bare !== "" && indexIn([first], key, bare) === 0 ? bare : example(first, "x");
}

function indexIn(list: readonly string[], { capitals }: Key, text: string): number {
  if (text.length > longest) return -1;
  const given = normalise(text, capitals);
  return list.findIndex((pattern) => fits(normalise(pattern, capitals), given));
}
