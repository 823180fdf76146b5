import fs from "node:fs";
import { parse } from "yaml";
import type { AuthoredItem, AuthoredQuiz } from "~/lessons/quiz-file.server";

type Key = Record<string, unknown> & {
  accepted?: string[];
  near?: string[];
  rubric?: { criterion: string }[];
  order?: string[];
  pairs?: Record<string, string>;
  gaps?: Record<string, string>;
  cells?: Record<string, string>;
  conditions?: Record<string, string>;
  model?: string;
  note?: string;
};

/** What an author wrote about an item that a learner may read only afterwards, or never. */
export function wordsKeptBack({ key, explanation, hints, texts }: AuthoredItem): string[] {
  const { model, note, rubric = [], accepted = [], near = [] } = key as Key;
  const written = [
    explanation,
    ...hints,
    ...Object.values(texts),
    model,
    note,
    ...rubric.map((line) => line.criterion),
  ];
  return [...written, ...accepted, ...near].filter((text): text is string => !!text);
}

/** A key as it is stored, in the ways in which it could come into a page. */
export function shapesOf(item: AuthoredItem): string[] {
  const key = item.key as Key;
  const parts = Object.entries(key).filter(([name]) => name !== "v");
  const lists = [...parts.map(([, value]) => value), key].filter((value) => typeof value === "object");
  return [
    ...parts.map(([name, value]) => `"${name}":${JSON.stringify(value)}`),
    ...lists.map((value) => JSON.stringify(value)).filter((shape) => shape.length > 8),
    ...(key.order ? [key.order.join(","), key.order.map((id) => `"${id}"`).join(",")] : []),
    ...Object.entries({ ...key.pairs, ...key.cells, ...key.conditions }).map(
      ([source, target]) => `"${source}":"${target}"`,
    ),
  ];
}

const misconceptions: { id: string; idea: string }[] = parse(fs.readFileSync("content/misconceptions.yaml", "utf8"));

/**
 * What no byte of an attempt at this quiz may hold: of every item of every quiz, since nothing of the others belongs
 * there. Words that stand in the questions of the quiz itself are no secret in it, and a word of another quiz as short
 * as "TLS" could stand anywhere.
 */
export function secretsIn(taken: AuthoredQuiz, quizzes: AuthoredQuiz[]): string[] {
  const asked = JSON.stringify(taken.items.map(({ stem, body }) => [stem, body])).toLowerCase();
  const others = quizzes.filter((quiz) => quiz !== taken).flatMap((quiz) => quiz.items);
  const words = [
    ...taken.items.flatMap(wordsKeptBack),
    ...others.flatMap(wordsKeptBack).filter((text) => text.length > 8),
  ];
  return [
    ...new Set([
      ...words.filter((text) => !asked.includes(JSON.stringify(text).slice(1, -1).toLowerCase())),
      ...[...taken.items, ...others].flatMap(shapesOf),
      '"correct"',
      "misconception",
      ...misconceptions.flatMap(({ id, idea }) => [`"${id}"`, idea]),
    ]),
  ];
}

/** The secrets that stand in this text, read as bytes, as HTML and as JSON. */
export function leaks(text: string, secrets: string[]): string[] {
  const decoded = text
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("<!-- -->", "");
  const unescaped = text.replaceAll('\\"', '"').replaceAll("\\u2019", "’");
  return secrets.filter((secret) => [text, decoded, unescaped].some((form) => form.includes(secret)));
}
