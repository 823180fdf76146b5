import type { Nodes } from "mdast";
import type { Course } from "../course-type";
import { type Directive, isDirective, isMark } from "../markdown/parse.server";
import { labelOf } from "../markdown/text.server";
import { lineOf, walk } from "../markdown/walk";
import type { Problem } from "../read-yaml.server";
import { cardsOf } from "../sorting";
import { idsOf, sourceIds } from "./ids.server";

/** Ids and slugs that lessons and notes name and nobody defined. */
export function unknownInLessons(course: Course): Problem[] {
  return [...fronts(course), ...texts(course)];
}

function fronts(course: Course): Problem[] {
  const objectives = idsOf(course.objectives);
  const quizzes = new Set(course.quizzes.map((quiz) => quiz.slug));
  const lessons = new Set(course.lessons.map((lesson) => lesson.slug));
  return [
    ...course.lessons.flatMap(({ file, front, lineOf: at, sections }) => [
      ...front.objectives.flatMap((id, index) =>
        objectives.has(id)
          ? []
          : [{ file, line: at(["objectives", index]), field: "objectives", message: `there is no objective ${id}` }],
      ),
      ...(front.quiz && !quizzes.has(front.quiz)
        ? [{ file, line: at(["quiz"]), field: "quiz", message: `there is no quiz ${front.quiz}` }]
        : []),
      ...Object.entries(front.was).flatMap(([old, now]) =>
        sections.some((section) => section.slug === now)
          ? []
          : [{ file, line: at(["was", old]), field: "was", message: `there is no section ${now}` }],
      ),
    ]),
    ...course.notes.flatMap(({ file, line, lesson }) =>
      lessons.has(lesson) ? [] : [{ file, line, field: "lesson", message: `there is no lesson ${lesson}` }],
    ),
  ];
}

function texts(course: Course): Problem[] {
  const known: Record<string, { word: string; ids: Set<string> }> = {
    ref: { word: "source", ids: sourceIds(course) },
    term: { word: "term", ids: idsOf(course.terms) },
    check: { word: "check", ids: new Set(course.checks.map((item) => item.id)) },
    quiz: { word: "quiz", ids: new Set(course.quizzes.map((quiz) => quiz.slug)) },
    comments: { word: "comment", ids: idsOf(course.comments) },
    sort: { word: "comment, or claim that says what would settle it,", ids: sortable(course) },
    terms: { word: "lesson", ids: new Set(course.lessons.map((lesson) => lesson.slug)) },
  };
  const pages = [
    ...course.lessons.flatMap(({ file, sections }) => sections.map(({ nodes }) => ({ file, nodes }))),
    ...course.notes,
  ];
  return pages.flatMap(({ file, nodes }) => {
    const problems: Problem[] = [];
    walk<Nodes>({ type: "root", children: nodes }, (node) => {
      const set = isDirective(node) ? known[node.name] : undefined;
      if (!set || !isDirective(node)) return;
      for (const id of named(node))
        if (!set.ids.has(id))
          problems.push({ file, line: lineOf(node), field: node.name, message: `there is no ${set.word} ${id}` });
    });
    return problems;
  });
}

/** What a sorting exercise can hold: after sorting a claim one is told what would settle it. */
function sortable({ claims, comments }: Course): Set<string> {
  return new Set([...claims.value.filter(({ settle }) => settle), ...comments.value].map(({ id }) => id));
}

/** The ids that a mark or block names. */
function named(node: Directive): string[] {
  if (isMark(node, "ref")) return [labelOf(node)];
  const { id, slug, lesson, ids, cards } = node.attributes ?? {};
  if (node.name === "sort") return cardsOf(cards);
  if (node.name === "comments") return ids?.split(" ") ?? [];
  return [id ?? slug ?? lesson ?? ""];
}
