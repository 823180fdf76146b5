import type { Course } from "../course-type";
import type { AuthoredItem } from "../quiz-file.server";
import type { Problem } from "../read-yaml.server";
import { idsOf, sectionAddresses, sourceIds } from "./ids.server";

/** Ids that questions name and nobody defined: objectives, sources, misconceptions, answers with a misconception. */
export function unknownInItems(course: Course): Problem[] {
  const known = {
    objective: idsOf(course.objectives),
    source: sourceIds(course),
    misconception: idsOf(course.misconceptions),
  };
  return allItems(course).flatMap((item) => {
    const found = (kind: keyof typeof known, id: string, ...field: PropertyKey[]) =>
      known[kind].has(id) ? [] : [refuse(item, field, `there is no ${kind} ${id}`)];
    return [
      ...item.objectives.flatMap((id, index) => found("objective", id, "objectives", index)),
      ...item.sources.flatMap((id, index) => found("source", id, "sources", index)),
      ...Object.entries(item.misconceptions).flatMap(([code, ids]) =>
        ids.flatMap((id) => found("misconception", id, "misconceptions", code)),
      ),
    ];
  });
}

/** `read` leads to a section that exists: `section` in the quiz's own lesson, or `lesson/section`. */
export function wrongReads(course: Course): Problem[] {
  const sections = sectionAddresses(course);
  const anySection = new Set([...sections].map((address) => address.split("/")[1] as string));
  const ofQuizzes = course.quizzes.flatMap((quiz) =>
    quiz.items.map((item) => ({
      item,
      ok: (read: string) => sections.has(read) || sections.has(`${quiz.lesson}/${read}`),
    })),
  );
  const ofChecks = course.checks.map((item) => ({
    item,
    ok: (read: string) => sections.has(read) || anySection.has(read),
  }));
  const { file, value, lineOf } = course.misconceptions;
  const ofIdeas = value.flatMap(({ id, read }, index) =>
    read === undefined || sections.has(read)
      ? []
      : [{ file, line: lineOf([index, "read"]), field: `${id} read`, message: `there is no section ${read}` }],
  );
  return [...ofChecks, ...ofQuizzes]
    .flatMap<Problem>(({ item, ok }) =>
      item.read === undefined || ok(item.read) ? [] : [refuse(item, ["read"], `there is no section ${item.read}`)],
    )
    .concat(ofIdeas);
}

export function allItems({ checks, quizzes }: Course): AuthoredItem[] {
  return [...checks, ...quizzes.flatMap((quiz) => quiz.items)];
}

function refuse(item: AuthoredItem, field: PropertyKey[], message: string): Problem {
  return { file: item.file, line: item.lineOf(...field), field: `${item.id} ${String(field[0])}`, message };
}
