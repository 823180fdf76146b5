import type { Nodes } from "mdast";
import type { Course } from "../course-type";
import type { AuthoredLesson } from "../lesson-file.server";
import { plainText } from "../markdown/text.server";
import type { Problem } from "../read-yaml.server";
import { grade, sentencesOf, wordsOf } from "./readability.server";

export const limits = { warn: 9, fail: 11 };
export type ReadingLevel = { sections: { slug: string; grade: number }[]; median: number };

/** A lesson that most of its readers cannot read alone. */
export function tooHard(course: Course): Problem[] {
  return course.lessons.flatMap((lesson) => {
    const { median } = readingLevel(lesson, course);
    if (median <= limits.fail) return [];
    return [
      {
        file: lesson.file,
        line: 1,
        field: "reading level",
        message: `grade ${median.toFixed(1)} is above ${limits.fail}: shorter sentences, plainer words`,
      },
    ];
  });
}

/**
 * Flesch-Kincaid grade of each section and their median. Proper names and the terms that the glossary explains are left
 * out: they are what is taught, and no plainer word would do.
 */
export function readingLevel(lesson: AuthoredLesson, course: Pick<Course, "terms">): ReadingLevel {
  const prose = lesson.sections.map(({ slug, nodes }) => ({ slug, blocks: nodes.flatMap(proseOf) }));
  const names = properNames(prose.flatMap(({ blocks }) => blocks));
  const terms = new Set(course.terms.value.flatMap(({ term, also }) => [term, ...also].flatMap(wordsOf)).map(stem));
  const leftOut = (word: string, first: boolean) =>
    names.has(stem(word)) || (!first && isName(word)) || terms.has(stem(word));
  const sections = prose.map(({ slug, blocks }) => ({ slug, grade: grade(blocks, leftOut) }));
  return { sections, median: median(sections.map((section) => section.grade)) };
}

/** Paragraphs and list items; tables, headings and options are not sentences. */
function proseOf(node: Nodes): string[] {
  if (node.type === "paragraph") return [plainText(node)];
  if (node.type === "table" || node.type === "heading" || node.type === "leafDirective") return [];
  if (node.type === "containerDirective" && node.name === "predict")
    return node.children.filter((child) => child.type === "paragraph").map(plainText);
  return "children" in node ? node.children.flatMap(proseOf) : [];
}

/** What is written large inside a sentence is a name wherever it stands. */
function properNames(blocks: string[]): Set<string> {
  return new Set(
    blocks.flatMap(sentencesOf).flatMap((sentence) => wordsOf(sentence).slice(1).filter(isName).map(stem)),
  );
}

const isName = (word: string) => /^\p{Lu}/u.test(word) && word !== "I";
const stem = (word: string) =>
  word
    .toLowerCase()
    .replace(/[’']s$/, "")
    .replace(/s$/, "");

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] as number) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
