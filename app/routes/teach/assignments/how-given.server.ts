import type { SeenAssignment } from "~/access/rights";
import { sectionsToRead } from "~/models/assigned-lesson.server";
import { titleOfAssignment } from "~/models/assignment.server";
import { audienceChoices, findAudience } from "~/models/audience.server";
import type { Lesson } from "~/models/lesson.server";
import { findQuiz } from "~/models/quiz.server";
import type { HowGiven } from "./how-given";

/** How an assignment was given, in words for who teaches. Whoever only observes is told no password. */
export async function howGiven(assignment: SeenAssignment, course: Lesson[]): Promise<HowGiven> {
  const { afterId, afterPercent, password, observer } = assignment;
  const before = afterId === null ? null : await titleOfAssignment(afterId);
  return {
    what: await whatItIs(assignment, course),
    forWhom: assignment.everybody ? null : await forWhom(assignment),
    after: afterId && before !== null ? { id: afterId, title: before, percent: afterPercent } : null,
    password: observer ? null : password,
  };
}

async function whatItIs(assignment: SeenAssignment, lessons: Lesson[]): Promise<string> {
  const [section] = assignment.section === null ? [] : sectionsToRead(assignment, lessons);
  const lesson = lessons.find(({ slug }) => slug === assignment.lesson);
  const read = section
    ? `section ${section.number} ${section.heading}`
    : lesson && `lesson ${lesson.number} ${lesson.title}`;
  const quiz = assignment.quiz === null ? undefined : (await findQuiz(assignment.quiz))?.title;
  const both = [
    read ?? (assignment.lesson ? "a lesson that the course does not have any more" : null),
    quiz && `the quiz “${quiz}”`,
  ];
  const rules = [
    assignment.lessonFirst ? "the quiz opens when the lesson is finished" : null,
    assignment.checksRequired ? "checks are answered before the next section" : null,
  ].filter(Boolean);
  return [both.filter(Boolean).join(", then "), ...rules].join("; ");
}

async function forWhom(assignment: SeenAssignment): Promise<string> {
  const audience = await findAudience(assignment);
  const { groups, students } = await audienceChoices({ id: assignment.classId });
  const names = [
    ...groups.filter(({ id }) => audience.groups.includes(id)),
    ...students.filter(({ id }) => audience.students.includes(id)),
  ].map(({ name }) => name);
  return names.length > 0 ? names.join(", ") : "nobody any more: whom it was for has left the class";
}
