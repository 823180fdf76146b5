import { parseNumber } from "./number";
import type { Body, Key, Response } from "./schema";

/** 1 when |answer - value| <= tolerance + 1e-9, else 0, also for what is no number (brief part 4, "Numeric"). */
export function grade(body: Body, key: Key, response: Response | null): number {
  return verdict(body, key, response) === "right" ? 1 : 0;
}

/** "right", or the common wrong answer nearest by and within 0.5 % of it (brief part 4), or null. */
export function verdict(body: Body, key: Key, response: Response | null): string | null {
  const answer = response ? parseNumber(response.text, body.unit) : null;
  if (answer === null) return null;
  const off = (value: number) => Math.abs(answer - value);
  if (off(key.value) <= key.tolerance + 1e-9) return "right";
  const near = key.common.filter((value) => off(value) <= Math.abs(value) * 0.005 + 1e-9);
  const [nearest] = near.sort((a, b) => off(a) - off(b));
  return nearest === undefined ? null : `answer.${nearest}`;
}

export function faults(body: Body, key: Key, response: Response | null): string[] {
  const code = verdict(body, key, response);
  return code ? [code] : [];
}

export function codes(_body: Body, key: Key): string[] {
  return ["right", ...key.common.map((value) => `answer.${value}`)];
}
