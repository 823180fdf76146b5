import type { Section } from "~/models/layout";
import type { ReviewedQuestion } from "~/models/review.server";
import { percent, score } from "~/text";

/** The points of each part of a quiz and its share of what is marked; nothing for a quiz in one piece. */
export function ResultParts({ questions, sections }: { questions: ReviewedQuestion[]; sections: Section[] }) {
  const parts = sections.flatMap(({ heading }, index) => {
    const own = questions.filter((question) => question.section === index && question.scored);
    return own.length > 0 ? [{ heading, ...sumsOf(own) }] : [];
  });
  if (parts.length === 0) return null;
  const others = questions.filter((question) => question.section === null && question.scored);
  const all = others.length > 0 ? [...parts, { heading: "Other questions", ...sumsOf(others) }] : parts;
  return (
    <table className="tbl parts">
      <caption>Part by part</caption>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">Points</th>
          <th scope="col">Share</th>
        </tr>
      </thead>
      <tbody>
        {all.map(({ heading, got, most, waiting }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two parts may have the same heading.
          <tr key={index}>
            <th scope="row">{heading}</th>
            <td>
              {score(got)} of {score(most)}
              {waiting > 0 ? `, ${score(waiting)} more not marked yet` : ""}
            </td>
            <td>{most > 0 ? percent(got / most) : "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is earned of what is marked, and what still waits for a mark. */
export function sumsOf(questions: ReviewedQuestion[]): { got: number; most: number; waiting: number } {
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const scored = questions.filter((question) => question.scored);
  const marked = scored.filter((question) => question.score !== null);
  const most = sum(marked.map((question) => question.points));
  return {
    got: sum(marked.map((question) => question.score ?? 0)),
    most,
    waiting: sum(scored.map((question) => question.points)) - most,
  };
}
