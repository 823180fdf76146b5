import fs from "node:fs";
import path from "node:path";
import type { Root, RootContent } from "mdast";
import { z } from "zod";
import { buildTree, joinPages } from "./markdown/build.server";
import { misusedDirectives, parseMarkdown } from "./markdown/parse.server";
import { plainText, slugOf } from "./markdown/text.server";
import { lineOf } from "./markdown/walk";
import { ContentError, gather, type Problem, parseYaml, readText } from "./read-yaml.server";
import type { Tree } from "./tree";

const text = z.string().trim().min(1);
const slug = z.string().regex(/^[a-z0-9-]+$/);

export const Front = z.strictObject({
  title: text,
  subtitle: text,
  summary: text,
  number: z.int().positive(),
  reading_minutes: z.int().positive(),
  lab_minutes: z.int().positive().optional(),
  reviewed: z.string().regex(/^\d{4}-\d\d-\d\d$/, "is a day such as 2026-11-21"),
  quiz: slug.optional(),
  objectives: z.array(text).min(1),
  prerequisites: z.array(text).default([]),
  was: z.record(slug, slug).default({}),
});
const NotesFront = z.strictObject({ lesson: slug, title: text });

export type AuthoredSection = { slug: string; heading: string; line: number; nodes: RootContent[]; tree: Tree };
/** A lesson as its author wrote it: the Markdown of each section, which the rules look at, and the tree that is stored. */
export type AuthoredLesson = {
  slug: string;
  file: string;
  front: z.infer<typeof Front>;
  lineOf(path: readonly PropertyKey[]): number;
  sections: AuthoredSection[];
};
export type AuthoredNotes = {
  lesson: string;
  file: string;
  line: number;
  title: string;
  nodes: RootContent[];
  tree: Tree;
};

/** @throws ContentError */
export function readLesson(file: string): AuthoredLesson {
  const problems: Problem[] = [];
  const refuse = (line: number, field: string, message: string) => problems.push({ file, line, field, message });
  const root = parseMarkdown(readText(file));
  const front = gather(problems, () => readFront(root, file, Front));
  problems.push(...misusedDirectives(root, file));
  if (problems.length > 0) throw new ContentError(problems);
  const sections: AuthoredSection[] = [];
  for (const node of root.children) {
    if (node.type === "yaml") continue;
    if (node.type === "heading" && node.depth === 1)
      refuse(lineOf(node), "#", "a lesson has no # heading: its title is in the front matter, ## begins a section");
    else if (node.type === "heading" && node.depth === 2) {
      const heading = plainText(node);
      if (sections.some((one) => one.slug === slugOf(heading)))
        refuse(lineOf(node), "##", "two sections have the same address");
      sections.push({
        slug: slugOf(heading),
        heading,
        line: lineOf(node),
        nodes: [],
        tree: { type: "root", children: [] },
      });
    } else if (sections.length === 0) refuse(lineOf(node), "", "this stands before the first ## heading");
    else sections.at(-1)?.nodes.push(node);
  }
  for (const section of sections)
    section.tree = buildTree(section.nodes, (node, field, message) =>
      refuse(lineOf(node) || section.line, field, message),
    );
  for (const id of joinPages(sections.map(({ tree }) => tree)).unknownRecalls)
    refuse(lineWith(root, "recall", id), "recall", `there is no prediction ${id}`);
  if (problems.length > 0 || !front) throw new ContentError(problems);
  return { slug: path.basename(file, ".md"), file, front: front.value, lineOf: front.lineOf, sections };
}

/** Notes for teachers on a lesson. @throws ContentError */
export function readNotes(file: string): AuthoredNotes {
  const root = parseMarkdown(readText(file));
  const problems = misusedDirectives(root, file);
  const front = gather(problems, () => readFront(root, file, NotesFront));
  const nodes = root.children.filter((node) => node.type !== "yaml");
  // Here ## is the first level under the title, where in a lesson it is ###.
  for (const node of nodes) if (node.type === "heading") node.depth = Math.min(6, node.depth + 1) as 3;
  const tree =
    problems.length > 0
      ? null
      : buildTree(nodes, (node, field, message) => problems.push({ file, line: lineOf(node), field, message }));
  if (!tree || !front || problems.length > 0) throw new ContentError(problems);
  joinPages([tree]);
  return { ...front.value, file, line: front.lineOf(["lesson"]), nodes, tree };
}

/** All Markdown files of a folder, by name. */
export function markdownFiles(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => path.join(folder, name));
}

function readFront<T>(root: Root, file: string, schema: z.ZodType<T>) {
  const first = root.children[0];
  if (first?.type !== "yaml")
    throw new ContentError([{ file, line: 1, field: "", message: "front matter between two lines of --- is missing" }]);
  return parseYaml(file, first.value, schema, lineOf(first));
}

function lineWith(root: Root, name: string, id: string): number {
  const found = root.children.find(
    (node) => node.type === "leafDirective" && node.name === name && node.attributes?.id === id,
  );
  return found ? lineOf(found) : 1;
}
