import type { ViewedAssignment } from "~/access/rights";
import type { MyGo } from "~/models/assignment.server";
import { type Counts, passed, whatStands } from "~/models/counting";
import type { When } from "~/models/review-matrix";
import { points, score } from "~/text";

const whenWords: Record<When, string> = {
  now: "as soon as you check an answer or hand in",
  submit: "after you hand in",
  due: "after the due date",
  close: "when it is closed for everybody",
  never: "not at all",
};

/** What is shown of the result and when, and how the questions behave. */
export function showsWords({
  marksWhen,
  correctnessWhen,
  feedbackWhen,
  keyWhen,
  tries,
  tryPenalty,
  asksConfidence,
}: ViewedAssignment) {
  const points = whenWords[marksWhen as When];
  const rest = [correctnessWhen, feedbackWhen, keyWhen].every((when) => when === marksWhen);
  return [
    rest
      ? `Results are shown ${points}`
      : `Points are shown ${points}, right or not ${whenWords[correctnessWhen as When]}, reasons ${whenWords[feedbackWhen as When]}, right answers ${whenWords[keyWhen as When]}`,
    ...(tries === null ? [] : [checking(tries, tryPenalty)]),
    ...(asksConfidence ? ["You are asked how sure you are. It never changes your points"] : []),
  ];
}

function checking(tries: number, penalty: number): string {
  const often = tries === 1 ? "once" : `up to ${tries} times`;
  const costs =
    penalty > 0 && tries > 1
      ? `. Each check after the first costs ${Math.round(penalty * 100)} % of the points, and a change after the last check counts as one more`
      : "";
  return `You can check each answer ${often} on the way${costs}`;
}

/** Which of several attempts counts, to its student. */
export const countsWords: Record<string, string> = {
  highest: "the best one counts",
  latest: "the latest one counts",
  first: "the first one counts",
  average: "the mean of them counts",
};

/** What it comes to so far, once results are out and where it says more than the one attempt does. */
export function stands(assignment: Pick<ViewedAssignment, "counts" | "passPercent">, goes: MyGo[]): string | null {
  const found = whatStands(
    goes.filter((go) => go.released),
    assignment.counts as Counts,
  );
  if (!found || found.score === null) return null;
  const done = passed(found.score, found.max, assignment.passPercent);
  if (goes.length === 1 && done === null) return null;
  const so = done === null ? "" : done ? ": passed" : ": not passed yet";
  return `Your score stands at ${score(found.score)} of ${points(found.max)}${so}`;
}
