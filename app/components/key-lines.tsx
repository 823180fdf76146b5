import type { ReviewRow } from "~/interactions/contract";
import { standingWords } from "~/text";
import { Mark } from "./mark";

/** The lines of a question for people who may see the key: which are right, and what is said to them. */
export function KeyLines({ rows }: { rows: (ReviewRow & { because?: string | null; misconceptions?: string[] })[] }) {
  return (
    <ul className="backs">
      {rows.map((row) => (
        <li key={row.code ?? row.text} className={row.standing === "right" ? "is-right" : "is-left"}>
          <Mark name={row.standing === "right" ? "right" : "blank"} />
          <span className="ink">{row.text}</span>
          <span className="how">{row.standing === "right" ? standingWords.right : standingWords.wrong}</span>
          {row.says ? <p className="because">{row.says}</p> : null}
          {row.because ? <p className="because">{row.because}</p> : null}
          <Behind misconceptions={row.misconceptions ?? []} />
        </li>
      ))}
    </ul>
  );
}

/** The misconceptions that an answer points to. */
export function Behind({ misconceptions }: { misconceptions: string[] }) {
  return misconceptions.map((idea) => (
    <p className="because" key={idea}>
      Misconception: {idea}
    </p>
  ));
}
