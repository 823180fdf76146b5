import { Mark } from "~/components/mark";
import type { Live, LiveColumn } from "~/models/live.server";
import { LiveFirst } from "./live-first";
import { LiveLine } from "./live-line";
import { LiveTurns } from "./live-turns";
import { type About, dotMarks, dots, dotWords } from "./live-words";

/**
 * The board: counts, to whom to go first, one row a student. The script puts in each `data-part` from a newer copy; a row
 * that it has already comes in the order of the rows alone. Of a year group the rows are one page, all else is of everybody.
 * @param have versions of the rows that need not be drawn
 */
export function LiveBoard({ live, about, have }: { live: Live; about: About; have?: Set<string> }) {
  const { rows, columns, counts, students } = live;
  return (
    <>
      <dl className="facts" data-part="counts">
        <Count of={counts.stuck} words="stuck" />
        <Count of={counts.working} words="working" />
        <Count of={counts.away} words="nothing for 5 minutes" />
        <Count of={counts.notStarted} words="not started" />
        <Count of={counts.finished} words={`finished, of ${students}`} />
      </dl>
      <section aria-labelledby="go" className="stack">
        <h2 id="go">Go here first</h2>
        <div data-part="first">
          <LiveFirst live={live} about={about} />
        </div>
      </section>
      <section aria-labelledby="rows" className="stack">
        <h2 id="rows">Everybody</h2>
        <LiveTurns live={live} about={about} where="above" />
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
              {students === 0 ? (
                <tr>
                  <td colSpan={columns.length + 3}>Nobody in the class has this assignment.</td>
                </tr>
              ) : null}
            </tbody>
          </table>
        </section>
        <LiveTurns live={live} about={about} where="below" />
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
