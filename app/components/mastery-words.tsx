import type { Level, Tally } from "~/models/mastery";
import { many, score } from "~/text";
import { Mark, type MarkName } from "./mark";

/** The mark of each level: a circle that fills. */
const levelMarks: Record<Level, MarkName> = {
  new: "not-started",
  "not yet": "not-yet",
  "getting there": "working",
  secure: "answered",
};

/** A level in its word, with its mark. */
export function LevelSays({ level }: { level: Level }) {
  return (
    <span className="says">
      <Mark name={levelMarks[level]} />
      {level}
    </span>
  );
}

/** "7 of 9 points, 5 questions" */
export function tallyWords({ points, of, items }: Tally): string {
  return `${score(points)} of ${score(of)} points, ${many(items, "question")}`;
}
