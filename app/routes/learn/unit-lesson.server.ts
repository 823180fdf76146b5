import type { ViewedAssignment } from "~/access/rights";
import { readingOf, sectionsToRead } from "~/models/assigned-lesson.server";
import { listLessons } from "~/models/lesson.server";
import { readSections } from "~/models/reading.server";
import { sectionsUnanswered } from "~/models/required-checks.server";
import type { UnitLesson } from "./unit-lesson";

/** The lesson of an assignment, or null when it has none. */
export async function unitLesson(assignment: ViewedAssignment): Promise<UnitLesson | null> {
  const { lesson: slug, checksRequired, viewer } = assignment;
  if (slug === null) return null;
  const lessons = await listLessons();
  const read = (await readSections(viewer, lessons))[slug] ?? [];
  const sections = sectionsToRead(assignment, lessons);
  const open = checksRequired ? await sectionsUnanswered(viewer, slug) : [];
  return {
    ...{ slug, checksRequired },
    title: lessons.find((one) => one.slug === slug)?.title ?? "The lesson",
    sections: sections.map(({ slug, heading, number }) => ({
      ...{ slug, heading, number },
      standing: !read.includes(slug) ? "not read" : open.includes(slug) ? "check open" : "read",
    })),
    progress: await readingOf(viewer, assignment, lessons),
  };
}
