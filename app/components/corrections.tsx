import type { Correction } from "~/models/correction.server";
import { moment, points } from "~/text";

/** What a correction of a question did to this mark, for the student and for the teacher who looks at it. */
export function Corrections({ corrections, zone }: { corrections: Correction[]; zone: string | null }) {
  return corrections.map(({ kind, at, note, undoneAt, from, to }) => (
    <p className="reread" key={at.getTime()}>
      <strong>This question was corrected on {moment(at, zone)}:</strong> {note}{" "}
      {undoneAt
        ? `That was taken back on ${moment(undoneAt, zone)}, and the mark is what it was.`
        : kind === "drop"
          ? "It was taken out of the quiz and is worth nothing to anybody."
          : `${did[kind]} The mark went from ${from === null ? "none" : points(from)} to ${points(to ?? 0)}.`}
    </p>
  ));
}

const did = {
  accept: "A further answer is accepted.",
  key: "It has another right answer.",
  "full marks": "Everybody gets full marks for it.",
};
