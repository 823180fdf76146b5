/* npm run content:check: everything that is wrong in content/, with file and line, and what can be counted. */
import { countMarks } from "~/lessons/check/bare.server";
import { limits, readingLevel } from "~/lessons/check/reading-level.server";
import { inspectCourse } from "~/lessons/course.server";
import type { Course } from "~/lessons/course-type";
import { describe } from "~/lessons/read-yaml.server";

const { course, problems } = inspectCourse(process.argv[2] ?? "content");
if (course) for (const line of report(course)) console.log(line);
for (const problem of problems) console.error(describe(problem));
console.log(problems.length === 0 ? "content: nothing is wrong" : `content: ${problems.length} to mend`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** Marks and reading level of each lesson, as lines to print. */
function report(course: Course): string[] {
  return course.lessons.flatMap((lesson) => {
    const counts = countMarks(lesson.sections.flatMap(({ nodes }) => nodes));
    const level = readingLevel(lesson, course);
    const standing =
      level.median > limits.fail ? "TOO HARD" : level.median > limits.warn ? `warning: above ${limits.warn}` : "good";
    return [
      `${lesson.slug}: ${Object.entries(counts)
        .map(([mark, count]) => `${count} ${mark}`)
        .join(", ")}`,
      ...level.sections.map(({ slug, grade }) => `  grade ${grade.toFixed(1).padStart(4)}  ${slug}`),
      `  grade ${level.median.toFixed(1).padStart(4)}  median of sections (${standing})`,
    ];
  });
}
