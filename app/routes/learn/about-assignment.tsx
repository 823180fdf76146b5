import { AttemptEvents } from "~/components/attempt-events";
import { Prose } from "~/components/prose";
import { Table } from "~/components/table";
import type { MyGo } from "~/models/assignment.server";
import { moment, points, score } from "~/text";
import type { About } from "./about-assignment.server";
import { goesLeft } from "./goes-left";
import { forwardsOnly } from "./page-turns";
import { closing, timeLimit } from "./time-words";

type Props = { about: About; refused?: string | undefined; at?: string };

/**
 * An assignment as its student sees it.
 * @param refused why nothing was started
 * @param at where somebody who looks at it as this student does finds the attempts; then nothing can be started
 */
export function AboutAssignment({ about, refused, at = "" }: Props) {
  const { title, className, zone, phase, opensAt, dueAt, closesAt, counts, passPercent, stands } = about;
  const { attemptsAllowed, shows, limitMinutes, goes, size, events } = about;
  const { open, left, mayStart } = goesLeft(about, goes);
  return (
    <>
      <p className="eyebrow">{className}</p>
      <h1>{title}</h1>
      {refused ? (
        <p className="said is-wrong" role="alert">
          {refused}
        </p>
      ) : null}
      {about.intro ? <Prose className="read" text={about.intro} /> : null}
      {about.archivedAt ? (
        <p className="said is-waiting">
          <span>{className} is archived: nothing can be started any more. What you handed in stays readable.</span>
        </p>
      ) : null}
      <ul className="read">
        {size ? <li>{size}</li> : null}
        {opensAt && phase === "not open yet" ? <li>Opens {moment(opensAt, zone)}</li> : null}
        {dueAt ? (
          <li>
            Due {moment(dueAt, zone)}
            {phase === "overdue" ? ". That is over; what you hand in now is late" : ""}
          </li>
        ) : null}
        {closesAt ? <li>{closing({ ...about, closesAt })}</li> : null}
        {limitMinutes ? <li>{timeLimit({ ...about, limitMinutes, mayStart: mayStart && !open })}</li> : null}
        {open?.deadline ? (
          <li>
            Your attempt ends {moment(open.deadline, zone)}. What you have answered by then is handed in by itself
          </li>
        ) : null}
        <li>
          {attemptsAllowed === 1 ? "One attempt" : `${attemptsAllowed} attempts, ${countsWords[counts]}`}: {goes.length}{" "}
          used, {left} left
        </li>
        {about.sequential ? <li>{forwardsOnly}</li> : null}
        {passPercent === null ? null : <li>Passed from {passPercent}% of the points</li>}
        {stands ? <li>{stands}</li> : null}
        {shows.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {mayStart ? (
        <form method="post" className="btns">
          <button className="btn go" type="submit" disabled={at !== ""}>
            {open ? "Go on where you stopped" : goes.length > 0 ? "Start another attempt" : "Start"}
          </button>
        </form>
      ) : null}
      <AttemptEvents events={events} zone={zone} />
      {goes.length > 0 ? <Goes goes={goes} zone={zone} at={at} /> : null}
    </>
  );
}

const countsWords: Record<string, string> = {
  highest: "the best one counts",
  latest: "the latest one counts",
  first: "the first one counts",
  average: "the mean of them counts",
};

function Goes({ goes, zone, at }: { goes: MyGo[]; zone: string; at: string }) {
  return (
    <section className="stack">
      <h2>Your attempts</h2>
      <Table caption="Your attempts" heads={["Attempt", "Handed in", "Score"]}>
        {goes.map((go) => (
          <tr key={go.id}>
            <th scope="row">{go.number}</th>
            <td>
              {go.submittedAt ? moment(go.submittedAt, zone) : "not yet"}
              {go.late ? ", late" : ""}
            </td>
            <td>{<Standing go={go} at={at} />}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

function Standing({ go, at }: { go: MyGo; at: string }) {
  const { id, state, released, score: got, maxScore } = go;
  if (state === "in_progress") return <>in progress</>;
  if (!released) return <>not shown yet</>;
  const words = got === null ? "waiting for your teacher’s marks" : `${score(got)} of ${points(maxScore)}`;
  return <a href={at ? `${at}/attempts/${id}` : `/attempts/${id}/review`}>{words}</a>;
}
