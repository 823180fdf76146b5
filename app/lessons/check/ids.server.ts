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

/** Every section of the course as `lesson/section`. */
export function sectionAddresses({ lessons }: Course): Set<string> {
  return new Set(lessons.flatMap(({ slug, sections }) => sections.map((section) => `${slug}/${section.slug}`)));
}

export function idsOf(file: { value: { id: string }[] }): Set<string> {
  return new Set(file.value.map((entry) => entry.id));
}
