import { Mark, type MarkName } from "~/components/mark";
import type { Cell } from "~/models/cell";
import { isOf } from "~/models/gradebook-order";
import { score } from "~/text";
import { withoutScore } from "../assignments/phase-words";

/** One cell of the gradebook as a table cell. `found`: it is what was looked for. */
export function GradebookCell({ cell, found }: { cell: Cell; found: boolean }) {
  const late = isOf(cell, "late");
  const missing = cell.state === "missing" || cell.state === "overdue";
  const classes = [missing && "is-missing", late && "is-late", found && "is-found"].filter(Boolean).join(" ");
  return (
    <td className={classes || undefined}>
      <Standing cell={cell} />
      {late ? <Says mark="late">late</Says> : null}
    </td>
  );
}

/** What a student has of one assignment, in a few words with a mark. */
export function Standing({ cell }: { cell: Cell }) {
  if (cell.state === "marked")
    return (
      <>
        <a href={`/teach/attempts/${cell.attempt.id}`}>
          {score(cell.score)} <span className="soft">of {score(cell.max)}</span>
        </a>
        {cell.passed === null ? null : <small>{cell.passed ? "passed" : "not passed yet"}</small>}
        {cell.more ? <small>another attempt {cell.more}</small> : null}
      </>
    );
  if (cell.state === "waiting")
    return (
      <>
        <a href={`/teach/attempts/${cell.attempt.id}`}>
          {score(cell.soFar)} of {score(cell.of)} so far
        </a>
        <Says mark="waiting">waiting for marks</Says>
      </>
    );
  if (cell.state === "in progress")
    return (
      <>
        <a href={`/teach/attempts/${cell.attempt.id}`}>in progress</a>
        <small>
          {cell.answered} of {cell.questions} answered
        </small>
      </>
    );
  const words = withoutScore(cell);
  if (cell.state === "missing" || cell.state === "overdue") return <Says mark="missing">{words}</Says>;
  return <span className="soft">{words}</span>;
}

/** Each in its own tone, mark and word: what is late was done, what is missing was not. */
const tones = { late: "is-partly", missing: "is-wrong", waiting: "is-waiting" } satisfies Partial<
  Record<MarkName, string>
>;

function Says({ mark, children }: { mark: keyof typeof tones; children: string }) {
  return (
    <span className={`says ${tones[mark]}`}>
      <Mark name={mark} />
      {children}
    </span>
  );
}
