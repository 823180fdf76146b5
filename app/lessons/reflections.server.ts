import { findLesson, findTrees } from "~/models/lesson.server";
import { elementsOf, type TreeElement } from "./tree";

/** The questions to reflect on in a lesson, in reading order. @param only slug of one section; null: all of it */
export async function reflectionsIn(
  slug: string,
  only: string | null,
): Promise<{ block: string; ask: string; href: string }[]> {
  const lesson = await findLesson(slug);
  if (!lesson) return [];
  const trees = await findTrees(lesson, only ?? undefined);
  return [...trees].flatMap(([section, tree]) =>
    elementsOf(tree, "kh-reflect").map((element) => {
      const block = String(element.properties.id);
      return { block, ask: words(element), href: `/lessons/${slug}/${section}#${block}` };
    }),
  );
}

/** The words of a block as one line. */
function words(element: TreeElement): string {
  return element.children
    .map((child) => (child.type === "text" ? child.value : words(child)))
    .join("")
    .trim();
}
