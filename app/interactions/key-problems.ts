import type { Interaction } from "./contract";

/** Why this key cannot be marked by, in words for its author; empty when it can. Body and key have passed their schemas. */
export function keyProblems<Body, Key, Response>(
  type: Interaction<Body, Key, Response>,
  body: Body,
  key: Key,
): string[] {
  const own = type.contradictions?.(body, key) ?? [];
  if (own.length > 0 || type.marking === "by hand") return own;
  const solution = type.solution(body, key);
  // A key may be right about something that nobody is offered.
  const shown = type.review(body, key, solution).some((row) => row.standing === "right");
  const full = type.grade(body, key, solution) === 1;
  return full && shown ? [] : ["the key does not earn full marks: it names something that the body does not have"];
}
