import type { Course } from "../course-type";

/** What the lab follows from is our own model; it has no entry in the ledger. */
export const labId = "LAB";

/** The ids that a mark or an item may name as a source. */
export function sourceIds(course: Course): Set<string> {
  const { claims, background, doubts, comments } = course;
  return new Set([
    labId,
    ...[claims, background, doubts, comments].flatMap((file) => file.value.map((entry) => entry.id)),
  ]);
}

export function idsOf(file: { value: { id: string }[] }): Set<string> {
  return new Set(file.value.map((entry) => entry.id));
}
