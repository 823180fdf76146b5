import { type AuthoredLesson, markdownFiles, readLesson } from "~/lessons/lesson-file.server";
import { elementsOf } from "~/lessons/tree";

/** All lessons as their authors wrote them, in the order of the course. */
export const lessons: AuthoredLesson[] = markdownFiles("content/lessons")
  .map(readLesson)
  .sort((a, b) => a.front.number - b.front.number);

/** Where the blocks of one kind stand: the address of the section, and the id of the block. */
export function blocks(tag: string): { address: string; id: string }[] {
  return lessons.flatMap(({ slug, sections }) =>
    sections.flatMap((section) =>
      elementsOf(section.tree, tag).map((element) => ({
        address: `/lessons/${slug}/${section.slug}`,
        id: String(element.properties.id),
      })),
    ),
  );
}
