import { many } from "~/text";

export type Station = { slot: number; answered: boolean; flagged: boolean; page: number };

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
              href={current.includes(one.slot) ? `#q${one.slot}` : `/attempts/${attempt}?page=${one.page}#q${one.slot}`}
              className={[one.answered && "done", one.flagged && "flagged"].filter(Boolean).join(" ") || undefined}
              aria-current={current.includes(one.slot) ? "true" : undefined}
            >
              {one.slot}
              <span className="vh">
                , {one.answered ? "answered" : "no answer yet"}
                {one.flagged ? ", to come back to" : ""}
              </span>
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
