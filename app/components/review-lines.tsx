import type { Standing } from "~/interactions/contract";
import type { ReviewedQuestion } from "~/models/review.server";
import { standingWords } from "~/text";
import type { MarkName } from "./mark";
import { Mark } from "./mark";

export const standingMark: Record<Standing, MarkName> = {
  right: "right",
  partly: "partly",
  wrong: "wrong",
  missed: "missed",
  left: "blank",
  blank: "blank",
  waiting: "waiting",
  untold: "blank",
  unmarked: "blank",
};
export const standingClass: Record<Standing, string> = {
  right: "is-right",
  partly: "is-partly",
  wrong: "is-wrong",
  missed: "is-partly",
  left: "is-left",
  blank: "is-left",
  waiting: "is-waiting",
  untold: "is-left",
  unmarked: "is-left",
};

/** The lines of a review, each with how it stands and why. @param picked what is said of a line that was chosen */
export function ReviewLines({
  rows,
  picked,
  scored = true,
}: {
  rows: ReviewedQuestion["rows"];
  picked: string;
  scored?: boolean;
}) {
  return (
    <ul className="backs">
      {rows.map((row) => (
        <li key={row.code ?? row.text} className={standingClass[row.standing]}>
          <Mark name={standingMark[row.standing]} />
          <span className="ink">{row.text}</span>
          <span className="how">
            {row.picked ? <span className="picked">{picked}</span> : null} {scored ? standingWords[row.standing] : null}
          </span>
          {row.says ? <p className="because">{row.says}</p> : null}
          {row.because ? <p className="because">{row.because}</p> : null}
        </li>
      ))}
    </ul>
  );
}
