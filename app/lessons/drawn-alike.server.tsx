import { renderToStaticMarkup } from "react-dom/server";
import type { Lesson } from "~/models/lesson.server";
import { SectionText } from "./blocks/section-page";
import { KeptOfCourse } from "./kept-of-course.server";
import { elementsOf } from "./tree";
import type { Page, PageDrawn } from "./view";

/** By the section and by whether somebody teaches its readers. */
const texts = new KeptOfCourse<string>();

/**
 * The text of a page that says nothing of its reader is the same for all who are known, so it is drawn once for each course.
 * @returns the page as it came where its reader has answered in it, and where a form carries a mark of its own, as a lab's does
 */
export async function drawnAlike(lesson: Lesson, page: Page): Promise<Page | PageDrawn> {
  const own =
    !page.known ||
    Object.keys(page.answers).length > 0 ||
    Object.keys(page.labs).length > 0 ||
    Object.values(page.checks).some(({ response }) => response !== null) ||
    elementsOf(page.tree, "kh-lab").length > 0;
  if (own) return page;
  const { section, taught } = page;
  const html = await texts.get(lesson.course, `${lesson.slug}/${section} ${taught}`, () =>
    renderToStaticMarkup(<SectionText lesson={lesson} page={page} refused={null} />),
  );
  return html === undefined ? page : { section, html };
}
