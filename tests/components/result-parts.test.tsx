import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ResultParts } from "~/components/result-parts";
import type { ReviewedQuestion } from "~/models/review.server";
import { words } from "../playing";

const sections = ["One", "Two", "Opinions"].map((heading) => ({ heading, text: "", stimulus: "" }));
const question = (section: number | null, score: number | null, points: number, scored = true) =>
  ({ section, score, points, scored }) as ReviewedQuestion;

function lines(questions: ReviewedQuestion[], of = sections): string[][] {
  const { document } = parseHTML(`<body>${renderToStaticMarkup(<ResultParts questions={questions} sections={of} />)}`);
  return [...document.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("th, td")].map(words));
}

describe("a result part by part", () => {
  it("sums each part by itself, what waits for a mark apart, and opinions not at all", () => {
    expect(
      lines([
        question(0, 1, 1),
        question(0, 0.3333, 2),
        question(1, 2, 2),
        question(1, null, 4),
        question(1, null, 0, false),
        question(2, null, 0, false),
        question(null, 0, 1),
      ]),
    ).toEqual([
      ["One", "1.33 of 3", "44%"],
      ["Two", "2 of 2, 4 more not marked yet", "100%"],
      ["Other questions", "0 of 1", "0%"],
    ]);
  });

  it("says nothing of a quiz in one piece", () => {
    expect(lines([question(null, 1, 1)], [])).toEqual([]);
  });
});
