import type { Nodes } from "mdast";
import type { Course } from "../course-type";
import { isDirective } from "../markdown/parse.server";
import { plainText } from "../markdown/text.server";
import { lineOf } from "../markdown/walk";
import type { AuthoredItem } from "../quiz-file.server";
import type { ReadFile } from "../read-yaml.server";
import { allItems } from "./items.server";

export type LearnerText = { file: string; line: number; field: string; text: string };

/** Every piece of text of ours that somebody reads, with the place where it stands. Titles of the articles are theirs. */
export function learnerTexts(course: Course): LearnerText[] {
  const { claims, background, doubts, terms, misconceptions, objectives, comments, events, pairs } = course;
  const pages = [
    ...course.lessons.flatMap(({ file, sections }) => sections.map(({ nodes }) => ({ file, nodes }))),
    ...course.notes,
  ];
  return [
    ...pages.flatMap(({ file, nodes }) => blockTexts(nodes).map((block) => ({ file, ...block }))),
    ...course.lessons.flatMap(({ file, front, lineOf: at }) =>
      strings(front).map(({ path, text }) => ({ file, line: at(path), field: String(path[0]), text })),
    ),
    ...[claims, background, doubts, terms, misconceptions, objectives, comments, events, pairs].flatMap((file) =>
      entryTexts(file),
    ),
    ...course.sources.value.flatMap(({ title: _, ...entry }, index) =>
      strings(entry).map(({ path, text }) => ({
        file: course.sources.file,
        line: course.sources.lineOf([index, ...path]),
        field: `${entry.id} ${String(path[0])}`,
        text,
      })),
    ),
    ...entryTexts({
      ...course.investigations,
      value: course.investigations.value.map(({ id, title, question }) => ({ id, title, question })),
    }),
    ...allItems(course).flatMap(itemTexts),
  ];
}

/** The paragraphs, list items, cells, headings and captions of a page. */
function blockTexts(nodes: Nodes[]): { line: number; field: string; text: string }[] {
  return nodes.flatMap((node) => {
    if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell")
      return [
        { line: lineOf(node), field: node.type === "tableCell" ? "table row" : node.type, text: plainText(node) },
      ];
    const caption = isDirective(node) ? (node.attributes?.caption ?? node.attributes?.title) : undefined;
    return [
      ...(caption ? [{ line: lineOf(node), field: "caption", text: caption }] : []),
      ...("children" in node ? blockTexts(node.children) : []),
    ];
  });
}

function entryTexts(file: ReadFile<{ id: string }[]>): LearnerText[] {
  return file.value.flatMap((entry, index) =>
    strings(entry).map(({ path, text }) => ({
      file: file.file,
      line: file.lineOf([index, ...path]),
      field: `${entry.id} ${String(path[0])}`,
      text,
    })),
  );
}

function itemTexts(item: AuthoredItem): LearnerText[] {
  const { stem, body, key, hints, explanation, texts } = item;
  return strings({ stem, body, key, hints, explanation, texts }).map(({ path, text }) => ({
    file: item.file,
    line: item.lineOf(...path),
    field: `${item.id} ${String(path[0])}`,
    text,
  }));
}

/** All strings inside a value, with the way to each. */
function strings(value: unknown, path: PropertyKey[] = []): { path: PropertyKey[]; text: string }[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (!value || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    strings(inner, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}
