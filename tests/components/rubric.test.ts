import { expect, it } from "vitest";
import { rubricLines } from "~/components/rubric";

const rubric = [
  { points: 1, criterion: "Names both" },
  { points: 2, criterion: "Says why" },
];

it("a rubric says what its lines earn of what the question is worth in its quiz", () => {
  expect(rubricLines(rubric)).toEqual(["1 point: Names both", "2 points: Says why"]);
  expect(rubricLines(rubric, 3)).toEqual(rubricLines(rubric));
  expect(rubricLines(rubric, 1)).toEqual(["0.33 points: Names both", "0.67 points: Says why"]);
  expect(rubricLines([{ points: 0, criterion: "Nothing" }], 2)).toEqual(["0 points: Nothing"]);
});
