import { Mark, type MarkName, markCells } from "~/components/mark";
import type { Cell } from "~/models/cell";
import type { AnswerStanding, ResultRow, Results } from "~/models/results.server";
import { many, moment, percent, score, standingWords } from "~/text";

/** In a grid right is a bare tick, so that what went wrong stands out. */
const marks: Record<AnswerStanding, MarkName> = {
  right: "tick",
  partly: "partly",
  wrong: "wrong",
  waiting: "waiting",
  blank: "blank",
};

type Props = { report: Results; zone: string; assignment: string; observer: boolean };

/** One row a student, one cell a question. Who has nothing to show says so in words. */
export function ClassGrid({ report, zone, assignment, observer }: Props) {
  const { rows, columns, drawn, max, mean, students, page, pages } = report;
  return (
    <>
      <p className="small soft">
        Sorted by score. Right answers step back. A name opens that student’s answers
        {observer ? "." : ", a number the question, to fix it for everybody."}
      </p>
      <ul className="key">
        {(Object.keys(marks) as AnswerStanding[]).map((standing) => (
          <li key={standing} className="says">
            <Mark name={marks[standing]} />
            {standingWords[standing]}
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="grid-wrap" tabIndex={0} aria-label="Every answer, scrolls sideways">
        <table className="grid">
          <caption className="vh">
            {many(rows.length, "student")}
            {pages > 1 ? ` of ${students}, page ${page} of ${pages},` : ""} by {many(columns.length, "question")}
          </caption>
          <thead>
            <tr>
              <th scope="col" className="corner">
                Student<small>class, of all points</small>
              </th>
              <th scope="col" className="sum">
                {max === null ? "score" : `of ${score(max)}`}
                <small>{mean ? percent(mean.share) : "–"}</small>
              </th>
              {columns.map(({ id, slot, version, share }) => (
                <th scope="col" key={id}>
                  {version && !observer ? (
                    <a href={`/teach/assignments/${assignment}/questions/${version}`}>
                      <span className="vh">question </span>
                      {slot}
                    </a>
                  ) : (
                    <>
                      <span className="vh">question </span>
                      {slot}
                    </>
                  )}
                  <small>{share === null ? "–" : percent(share)}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <GridRow key={row.personId} row={row} columns={columns} zone={zone} observer={observer} />
            ))}
          </tbody>
        </table>
      </section>
      {drawn.length > 0 ? <Drawn drawn={drawn} assignment={assignment} observer={observer} /> : null}
    </>
  );
}

/** Every question that somebody drew, to fix it for everybody who did. */
function Drawn({ drawn, assignment, observer }: Pick<Props, "assignment" | "observer"> & { drawn: Results["drawn"] }) {
  return (
    <section aria-labelledby="drawn" className="stack">
      <h3 id="drawn">Questions that were drawn</h3>
      <ul>
        {drawn.map(({ slot, version, stem, attempts }) => (
          <li key={`${slot} ${version}`}>
            Question {slot} of {many(attempts, "attempt")}:{" "}
            {observer ? stem : <a href={`/teach/assignments/${assignment}/questions/${version}`}>{stem}</a>}
          </li>
        ))}
      </ul>
    </section>
  );
}

type RowProps = Pick<Props, "zone" | "observer"> & { row: ResultRow; columns: Results["columns"] };

function GridRow({ row: { name, cell, answers }, columns, zone, observer }: RowProps) {
  const done = cell.state === "marked" || cell.state === "waiting";
  return (
    <tr className={done ? undefined : "away"}>
      <th scope="row">{"attempt" in cell ? <a href={`/teach/attempts/${cell.attempt.id}`}>{name}</a> : name}</th>
      <td className="sum">
        <Score cell={cell} />
      </td>
      {done ? (
        answers.map((answer, index) => <Answer key={columns[index]?.id} standing={answer} />)
      ) : columns.length > 0 ? (
        <td colSpan={columns.length}>
          {away(cell)}
          {cell.state === "in progress" && cell.attempt.deadline ? (
            <>
              , until {moment(cell.attempt.deadline, zone)}.{" "}
              {observer ? null : (
                <a href={`/teach/attempts/${cell.attempt.id}/minutes`}>
                  Add minutes<span className="vh"> for {name}</span>
                </a>
              )}
            </>
          ) : null}
        </td>
      ) : null}
    </tr>
  );
}

function Score({ cell }: { cell: Cell }) {
  if (cell.state === "marked")
    return (
      <>
        {score(cell.score)}
        {cell.attempt.late ? <small> late</small> : null}
        {cell.more ? <small> another {cell.more}</small> : null}
      </>
    );
  if (cell.state === "waiting")
    return (
      <>
        {score(cell.soFar)}{" "}
        <small>
          of {score(cell.of)} so far{cell.attempt.late ? ", late" : ""}
        </small>
      </>
    );
  return (
    <>
      <span className="vh">no score</span>–
    </>
  );
}

const inside = markCells(marks, standingWords);

function Answer({ standing }: { standing: AnswerStanding | null }) {
  if (standing === null)
    return (
      <td className="g-blank">
        <span className="vh">not asked</span>
      </td>
    );
  // biome-ignore lint/security/noDangerouslySetInnerHtml: it is one of five that are written above.
  return <td className={`g-${standing}`} dangerouslySetInnerHTML={inside[standing]} />;
}

/** Why a student has nothing handed in. */
function away(cell: Cell): string {
  if (cell.state === "in progress") return `Working on it, ${cell.answered} of ${cell.questions} answered`;
  return {
    "not started": "Not started",
    overdue: "Not started, due date passed",
    missing: "Absent: closed with nothing handed in",
    "not open yet": "Not open yet",
    "not given": "Not given",
    reading: "",
    finished: "",
    marked: "",
    waiting: "",
  }[cell.state];
}
