import type { Course } from "../course-type";
import { verdictOfLab } from "../pairs";
import type { Problem } from "../read-yaml.server";
import { verdictWords } from "../verdicts";
import { idsOf } from "./ids.server";

/** The rules of the lab, as the course numbers them. */
const rules = ["R1", "R2", "R3", "R4", "R5", "R6"];

/** What settles a pair exists, its lesson too, and the lab does not contradict a key. Nothing of the articles is needed. */
export function wrongPairs(course: Course): Problem[] {
  const { file, value, lineOf } = course.pairs;
  const sources = new Set([...rules, ...idsOf(course.background)]);
  return value.flatMap(({ id, lesson, settings, questions }, index) => {
    const refuse = (path: PropertyKey[], message: string) => [
      { file, line: lineOf([index, ...path]), field: `${id} ${String(path[0])}`, message },
    ];
    return [
      ...(course.lessons.some(({ slug }) => slug === lesson) ? [] : refuse(["lesson"], `there is no lesson ${lesson}`)),
      ...questions.flatMap(({ key, observer, cites }, at) => {
        const unknown = cites.filter((source) => !sources.has(source));
        const told = observer && settings && verdictOfLab(settings, observer);
        return [
          ...unknown.flatMap((source) =>
            refuse(["questions", at, "cites"], `there is no rule or background ${source}`),
          ),
          ...(observer && !settings
            ? refuse(["questions", at, "observer"], "the lab needs `settings` of both services")
            : []),
          ...(told && told !== key
            ? refuse(["questions", at, "key"], `the rules of the lab say otherwise: ${verdictWords(told, true)}`)
            : []),
        ];
      }),
    ];
  });
}
