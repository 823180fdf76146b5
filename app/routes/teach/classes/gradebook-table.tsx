import type { ReactNode } from "react";
import type { Mean } from "~/models/cell";
import type { Gradebook, GradebookColumn } from "~/models/gradebook.server";
import { type Arrangement, isOf } from "~/models/gradebook-order";
import { many, percent, score } from "~/text";
import { countsWords } from "../assignments/counting-fields";
import { phaseWords } from "../assignments/phase-words";
import { searchFor } from "./gradebook-address";
import { GradebookCell } from "./gradebook-cell";

type Props = { klass: string; book: Gradebook; asked: Arrangement };

/** Students by assignments. Each head sorts, each name opens the student. */
export function GradebookTable({ klass, book: { assignments, students }, asked }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="grid-wrap" tabIndex={0} aria-label="Gradebook, scrolls sideways">
      <table className="grid book">
        <caption className="vh">
          {many(students.length, "student")} by {many(assignments.length, "assignment")}
        </caption>
        <thead>
          <tr>
            <Head asked={asked} by="name" words="name" className="corner">
              Student
            </Head>
            <Head asked={asked} by="mean" words="mean">
              Mean
            </Head>
            {assignments.map((column) => (
              <Head key={column.id} asked={asked} by={column.id} words={column.title}>
                <a href={`/teach/assignments/${column.id}`}>{column.title}</a>
                <small>{phaseWords[column.phase]}</small>
                {column.quiz && column.counts !== "highest" ? <small>{countsWords[column.counts]}</small> : null}
                {column.passPercent === null ? null : <small>passed from {column.passPercent}%</small>}
              </Head>
            ))}
          </tr>
        </thead>
        <tbody className="means">
          <tr>
            <th scope="row">
              Class<small>mean of complete scores, and their spread</small>
            </th>
            <td />
            {assignments.map((column) => (
              <td key={column.id}>{column.quiz ? <ClassMean column={column} /> : null}</td>
            ))}
          </tr>
        </tbody>
        <tbody>
          {students.map(({ personId, name, cells, mean }) => (
            <tr key={personId}>
              <th scope="row">
                <a href={`/teach/classes/${klass}/people/${personId}`}>{name}</a>
              </th>
              <td>{mean ? <Share mean={mean} of="score" /> : <span className="soft">none yet</span>}</td>
              {cells.map((cell, index) => (
                <GradebookCell
                  key={assignments[index]?.id}
                  cell={cell}
                  found={asked.state !== undefined && isOf(cell, asked.state)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type HeadProps = { asked: Arrangement; by: string; words: string; className?: string; children: ReactNode };

/** A first press shows names from A and scores from the lowest, since that is whom a teacher looks for. */
function Head({ asked, by, words, className, children }: HeadProps) {
  const now = asked.sort === by ? (asked.down ? "descending" : "ascending") : undefined;
  const ways = by === "name" ? (["A to Z", "Z to A"] as const) : (["lowest first", "highest first"] as const);
  const next = { ...asked, sort: by, down: now === "ascending" };
  return (
    <th scope="col" className={className} aria-sort={now}>
      {children}
      <a className="sort" href={searchFor(next) || "?"}>
        {now === undefined ? "sort" : now === "ascending" ? `↑ ${ways[0]}` : `↓ ${ways[1]}`}
        <span className="vh">, by {words}</span>
      </a>
    </th>
  );
}

function ClassMean({ column: { mean, max } }: { column: GradebookColumn }) {
  if (!mean) return <span className="soft">no complete score</span>;
  if (max === null) return <Share mean={mean} of="score" />;
  return (
    <>
      {score(mean.share * max)} <span className="soft">of {score(max)}</span>
      <small>
        {mean.spread === null ? "" : `± ${score(mean.spread * max)}, `}
        {many(mean.n, "score")}
      </small>
    </>
  );
}

function Share({ mean, of }: { mean: Mean; of: string }) {
  return (
    <>
      {percent(mean.share)}
      <small>
        {mean.spread === null ? "" : `± ${percent(mean.spread)}, `}
        {many(mean.n, of)}
      </small>
    </>
  );
}
