import type { Course } from "../course-type";
import type { Problem } from "../read-yaml.server";
import { sectionAddresses, sourceIds } from "./ids.server";

/** What an event rests on and where it is told exist; an exercise on the order needs events of different dates. */
export function wrongEvents(course: Course): Problem[] {
  const { file, value, lineOf } = course.events;
  const sources = sourceIds(course);
  const sections = sectionAddresses(course);
  const asked = value.filter(({ order }) => order);
  return value.flatMap(({ id, date, cites, told, order }, index) => {
    const refuse = (field: string, message: string) => [
      { file, line: lineOf([index, field]), field: `${id} ${field}`, message },
    ];
    return [
      ...cites.flatMap((source) => (sources.has(source) ? [] : refuse("cites", `there is no source ${source}`))),
      ...(sections.has(told) ? [] : refuse("told", `there is no section ${told}`)),
      ...(order &&
      asked.some((other) => other.id !== id && (other.date.startsWith(date) || date.startsWith(other.date)))
        ? refuse("order", "of two events of the exercise nobody can say which came first")
        : []),
    ];
  });
}
