import type { Course } from "../course-type";
import type { Problem } from "../read-yaml.server";

/** An id names one thing: items across all files, entries within their file. */
export function doubleIds(course: Course): Problem[] {
  const { checks, quizzes, events, pairs, investigations } = course;
  const { objectives, claims, background, doubts, sources, terms, misconceptions, comments } = course;
  const files = [
    objectives,
    claims,
    background,
    doubts,
    sources,
    terms,
    misconceptions,
    comments,
    events,
    pairs,
    investigations,
  ];
  const entries = files.map((file) =>
    file.value.map(({ id }, index) => ({ id, file: file.file, line: file.lineOf([index]) })),
  );
  return [[...checks, ...quizzes.flatMap((quiz) => quiz.items)], ...entries].flatMap(repeated);
}

function repeated(list: { id: string; file: string; line: number }[]): Problem[] {
  const seen = new Set<string>();
  return list.flatMap(({ id, file, line }) => {
    if (seen.has(id)) return [{ file, line, field: id, message: "this id is taken already" }];
    seen.add(id);
    return [];
  });
}
