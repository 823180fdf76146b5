import { many } from "~/text";

/** One question in the line of all: `slot` names it in addresses, `place` is its number. */
export type Station = {
  slot: number;
  place: number;
  answered: boolean;
  flagged: boolean;
  page: number;
  /** Where one goes on only forwards, "left" is a page that was left for good and "ahead" one that is still to come. */
  reach: "open" | "left" | "ahead";
};

const reachWords = { left: ", cannot be changed any more", ahead: ", comes later" };

/** All questions of an attempt in a line: answered, to come back to, here. */
export function Stations({ stations, attempt, current }: { stations: Station[]; attempt: string; current: number[] }) {
  const answered = stations.filter((one) => one.answered).length;
  const flagged = stations.filter((one) => one.flagged).length;
  return (
    <nav aria-label="Questions" className="stack">
      <ol className="stations">
        {stations.map((one) => (
          <li key={one.slot}>
            <a
              data-station={one.slot}
              data-place={one.place}
              data-reach={one.reach}
              href={hrefOf(one, attempt, current)}
              className={[one.answered && "done", one.flagged && "flagged"].filter(Boolean).join(" ") || undefined}
              aria-current={current.includes(one.slot) ? "true" : undefined}
            >
              {one.place}
              <span className="vh">
                , {one.answered ? "answered" : "no answer yet"}
                {one.flagged ? ", to come back to" : ""}
              </span>
              {/* Apart from the words that the script changes. */}
              {one.reach === "open" ? null : <span className="vh">{reachWords[one.reach]}</span>}
            </a>
          </li>
        ))}
      </ol>
      <details className="small">
        <summary>
          <span id="answered">{answered}</span> of {many(stations.length, "question")} answered
          {flagged ? `, ${flagged} to come back to` : ""}
        </summary>
        <ul className="key">
          <li>Bar: answered</li>
          <li>Folded corner: you want to come back</li>
          <li>Frame: you are here</li>
        </ul>
      </details>
    </nav>
  );
}

/** Where a question can be answered; none for one that cannot be now, whose number then is no link. */
function hrefOf({ slot, page, reach }: Station, attempt: string, current: number[]): string | undefined {
  if (current.includes(slot)) return `#q${slot}`;
  return reach === "open" ? `/attempts/${attempt}?page=${page}#q${slot}` : undefined;
}
