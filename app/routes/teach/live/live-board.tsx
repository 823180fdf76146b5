import { Mark } from "~/components/mark";
import type { Live, LiveColumn } from "~/models/live.server";
import { LiveLine } from "./live-line";
import { type About, dotMarks, dots, dotWords, minutesOf, standingSays } from "./live-words";

/**
 * The board: counts, to whom to go first, one row a student. The script puts in each `data-part` from a newer copy; a row
 * that it has already comes in the order of the rows alone.
 * @param have versions of the rows that need not be drawn
 */
export function LiveBoard({ live, about, have }: { live: Live; about: About; have?: Set<string> }) {
  const { rows, columns, counts } = live;
  const first = rows.filter(({ standing }) => standing.startsWith("stuck") || standing === "away");
  return (
    <>
      <dl className="facts" data-part="counts">
        <Count of={counts.stuck} words="stuck" />
        <Count of={counts.working} words="working" />
        <Count of={counts.away} words="nothing for 5 minutes" />
        <Count of={counts.notStarted} words="not started" />
        <Count of={counts.finished} words={`finished, of ${rows.length}`} />
      </dl>
      <section aria-labelledby="go" className="stack">
        <h2 id="go">Go here first</h2>
        <div data-part="first">
          {first.length === 0 ? (
            <p className="read">Nobody is stuck.</p>
          ) : (
            <ul className="go-now">
              {first.slice(0, 6).map((row) => (
                <li key={row.personId}>
                  <b>{row.name}</b>
                  <span className="says">
                    <Mark name={row.standing === "away" ? "offline" : "stuck"} />
                    {standingSays(row)}
                  </span>
                </li>
              ))}
            </ul>
          )}
          <p className="small soft">
            {first.length > 6 ? `${first.length - 6} more are at the top of the table. ` : ""}
            Stuck is who sent nothing for {minutesOf(live.patience)}, twice what the class takes from one thing to the
            next, or checked one question three times without getting it right. Who goes on is never stuck.
          </p>
        </div>
      </section>
      <section aria-labelledby="rows" className="stack">
        <h2 id="rows">Everybody</h2>
        <ul className="key">
          {dots.map((dot) => (
            <li key={dot} className="says">
              <Mark name={dotMarks[dot]} />
              {dotWords[dot]}
            </li>
          ))}
        </ul>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className="grid-wrap" tabIndex={0} aria-label="Everybody, scrolls sideways">
          <table className="grid live">
            <caption className="vh">One row a student, one mark a question or section</caption>
            <thead>
              <tr data-part="heads">
                <th scope="col" className="corner">
                  Student
                </th>
                <th scope="col" className="now">
                  Now
                </th>
                {columns.map((column) => (
                  <Head key={column.key} column={column} />
                ))}
                {about.observer ? null : (
                  <th scope="col" className="now">
                    Help
                  </th>
                )}
              </tr>
            </thead>
            <tbody data-part="rows" data-order={have && rows.map(({ version }) => version).join(" ")}>
              {rows.map((row) =>
                have?.has(row.version) ? null : (
                  <LiveLine key={row.personId} row={row} columns={columns} about={about} />
                ),
              )}
              {rows.length === 0 ? (
                <tr>
                  <td colSpan={columns.length + 3}>Nobody in the class has this assignment.</td>
                </tr>
              ) : null}
            </tbody>
          </table>
        </section>
      </section>
    </>
  );
}

function Head({ column: { label, about } }: { column: LiveColumn }) {
  return (
    <th scope="col" title={about}>
      {label}
    </th>
  );
}

function Count({ of, words }: { of: number; words: string }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{of}</dd>
    </div>
  );
}
