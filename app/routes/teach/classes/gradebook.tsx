import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seenClass } from "~/access/classes.server";
import { Page } from "~/components/page";
import { type Gradebook as Book, type Cell, type GradebookColumn, gradebook } from "~/models/gradebook.server";
import teach from "~/styles/teach.css?url";
import { many, score } from "~/text";
import { countsWords } from "../assignments/counting-fields";
import { percent, phaseWords, withoutScore } from "../assignments/phase-words";
import { ArchivedNote } from "./archived-note";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? "Class"}: gradebook · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const taught = await seenClass(args);
  const { id, name, zone, observer, archivedAt, viewer: visitor } = taught;
  return { visitor, id, name, zone, observer, archivedAt, book: await gradebook(taught) };
}

export default function Gradebook() {
  const { visitor, id, name, zone, observer, archivedAt, book } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <header>
        <p className="eyebrow">
          <a href={`/teach/classes/${id}`}>{name}</a>
        </p>
        <h1>Gradebook</h1>
      </header>
      <ArchivedNote at={archivedAt} zone={zone} />
      {book.assignments.length === 0 ? (
        <p className="read">
          Nothing was given to the class yet.{" "}
          {observer ? null : <a href={`/teach/assignments/new?class=${id}`}>Give it something</a>}
        </p>
      ) : book.students.length === 0 ? (
        <p className="read">
          No student is in the class now. {observer ? null : <a href={`/teach/classes/${id}`}>Show them the code</a>}
        </p>
      ) : (
        <>
          <p className="soft">
            A score that waits for marks by hand is provisional and in no mean. Under each quiz stands which of several
            attempts counts.
          </p>
          <Table book={book} />
        </>
      )}
      <p className="btns">
        <a className="btn" href={`/teach/classes/${id}/gradebook.csv`}>
          Scores as CSV
        </a>
        <a className="btn" href={`/teach/classes/${id}/responses.csv`}>
          All answers as CSV
        </a>
      </p>
    </Page>
  );
}

function Table({ book: { assignments, students } }: { book: Book }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="grid-wrap" tabIndex={0} aria-label="Gradebook, scrolls sideways">
      <table className="grid book">
        <caption className="vh">
          {many(students.length, "student")} by {many(assignments.length, "assignment")}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="corner">
              Student<small>mean of complete scores</small>
            </th>
            {assignments.map((column) => (
              <th scope="col" key={column.id}>
                <a href={`/teach/assignments/${column.id}`}>{column.title}</a>
                <small>{phaseWords[column.phase]}</small>
                {column.counts === "highest" ? null : <small>{countsWords[column.counts]}</small>}
                {column.passPercent === null ? null : <small>passed from {column.passPercent}%</small>}
                <small>{column.quiz === null ? "to read" : mean(column)}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {students.map(({ personId, name, cells }) => (
            <tr key={personId}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={assignments[index]?.id}>
                  <Score cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function mean({ mean, max }: GradebookColumn): string {
  if (!mean) return "no complete score";
  return max === null ? `mean ${percent(mean.share)}` : `mean ${score(mean.share * max)} of ${score(max)}`;
}

function Score({ cell }: { cell: Cell }) {
  if (cell.state === "marked")
    return (
      <>
        <a href={`/teach/attempts/${cell.attempt.id}`}>
          {score(cell.score)} <span className="soft">of {score(cell.max)}</span>
        </a>
        {cell.passed === null ? null : <small>{cell.passed ? "passed" : "not passed yet"}</small>}
        {cell.attempt.late ? <small>late</small> : null}
        {cell.more ? <small>another attempt {cell.more}</small> : null}
      </>
    );
  if (cell.state === "waiting")
    return (
      <>
        <a href={`/teach/attempts/${cell.attempt.id}`}>
          {score(cell.soFar)} of {score(cell.of)} so far
        </a>
        <small>waiting for marks{cell.attempt.late ? ", late" : ""}</small>
      </>
    );
  if (cell.state === "in progress")
    return (
      <>
        –{" "}
        <small>
          <a href={`/teach/attempts/${cell.attempt.id}`}>in progress</a>
        </small>
      </>
    );
  return (
    <>
      – <small>{withoutScore(cell)}</small>
    </>
  );
}
