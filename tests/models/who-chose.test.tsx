import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { type AnswerTable, whoChose } from "~/models/answer-table.server";
import type { HandedInAttempt } from "~/models/handed-in.server";
import { WhoAnswered } from "~/routes/teach/assignments/who-answered";

const attempts = Array.from({ length: 602 }, (_, row) => ({
  id: `a${row}`,
  name: `Student ${row}`,
})) as HandedInAttempt[];
/** The first chose both, the second nothing, the next 300 one of the two; the others were not asked. */
const picks = attempts.map((_, row) => (row === 0 ? ["x", "y"] : row === 1 ? [] : row < 302 ? ["x"] : null));
const table = { picks } as unknown as AnswerTable;

describe("who chose an answer", () => {
  it("is told by name, of a year group for as many as a page has students", () => {
    expect(whoChose(table, "y", attempts)).toEqual([{ name: "Student 0", attempt: "a0" }]);
    expect(whoChose(table, "", attempts)).toEqual([{ name: "Student 1", attempt: "a1" }]);
    const many = whoChose(table, "x", attempts);
    expect([many.length, many[0]?.name, many[1]?.name, many.at(-1)?.name]).toEqual([
      250,
      "Student 0",
      "Student 2",
      "Student 250",
    ]);
  });

  it("says how many more there are", () => {
    const words = (count: number) =>
      renderToStaticMarkup(<WhoAnswered who={whoChose(table, "y", attempts)} count={count} />).replace(/<[^>]+>/g, "");
    expect(words(1)).toBe("Student 0");
    expect(words(4)).toBe("Student 0 and 3 more answers");
  });
});
