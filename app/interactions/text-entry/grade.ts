import { normalise } from "./normalise";
import type { Body, Key, Response } from "./schema";

/** 1 if it equals an accepted answer once both are normalised, else 0 (brief part 4, "Short text"). */
export function grade(_body: Body, key: Key, response: Response | null): number {
  return response && indexIn(key.accepted, response) >= 0 ? 1 : 0;
}

export function faults(body: Body, key: Key, response: Response | null): string[] {
  if (!response || grade(body, key, response) === 1) return [];
  const near = indexIn(key.near, response);
  return near >= 0 ? [`near.${near}`] : [];
}

export function codes(_body: Body, key: Key): string[] {
  return key.near.map((_, index) => `near.${index}`);
}

function indexIn(list: readonly string[], response: Response): number {
  const given = normalise(response.text);
  return list.findIndex((text) => normalise(text) === given);
}
