import type { Obstacle } from "~/models/prerequisite.server";

/** What has to be done before, in words that go on after the title of what it is. */
export function obstacleWords({ percent, why }: Pick<Obstacle, "percent" | "why">): string {
  if (percent === null) return "First hand this in, or finish reading it.";
  const needs = `It opens once you have at least ${percent}% of the points there.`;
  const so = {
    "not done": "You have not handed it in yet.",
    waiting: "A mark of your teacher is still missing.",
    "not out": "Your points there are not shown yet.",
    "too few": "What stands for you there is less.",
  }[why];
  return `${needs} ${so}`;
}
