import { Table } from "~/components/table";
import type { MyWork } from "~/models/attempt-list.server";
import type { MyAssignmentOverview, MyState } from "~/models/my-assignments.server";
import { moment, score } from "~/text";

const stateWords: Record<MyState, string> = {
  "not open yet": "Not open yet",
  open: "To do",
  "in progress": "Started, not handed in",
  "handed in": "Handed in",
  late: "Late, still open",
  missing: "Missing",
};

/** What the classes of a student ask for. */
export function Assigned({ given }: { given: MyAssignmentOverview[] }) {
  if (given.length === 0) return <p className="soft">Nothing has been given to you yet.</p>;
  return (
    <Table caption="Quizzes given to you" heads={["Quiz", "Class", "When", "How it stands"]}>
      {given.map((one) => (
        <tr key={one.id}>
          <th scope="row">
            <a href={`/assignments/${one.id}`}>{one.title}</a>
          </th>
          <td>{one.className}</td>
          <td>{when(one)}</td>
          <td>
            {stateWords[one.state]}
            {one.passed === null ? "" : one.passed ? ", passed" : ", not passed yet"}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function when({ state, opensAt, dueAt, closesAt, zone }: MyAssignmentOverview): string {
  if (state === "not open yet" && opensAt) return `Opens ${moment(opensAt, zone)}`;
  if (dueAt) return `Due ${moment(dueAt, zone)}`;
  return closesAt ? `Closes ${moment(closesAt, zone)}` : "No date";
}

/** Everything one has started, the newest first. */
export function Done({ done }: { done: MyWork[] }) {
  if (done.length === 0)
    return (
      <p className="soft">
        Nothing yet. <a href="/">Each lesson</a> ends with a quiz.
      </p>
    );
  return (
    <Table caption="Quizzes you have started" heads={["Quiz", "For", "When", "How it stands"]}>
      {done.map((one) => (
        <tr key={one.id}>
          <th scope="row">{one.title}</th>
          <td>{one.className ?? "Practice"}</td>
          <td>
            {one.submittedAt
              ? `Handed in ${moment(one.submittedAt, one.zone)}`
              : `Started ${moment(one.startedAt, one.zone)}`}
            {one.late ? ", late" : ""}
          </td>
          <td>
            <Standing work={one} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Standing({ work }: { work: MyWork }) {
  const { id, title, className, state, released, releasedAt, zone, deadline, maxScore, teacherName } = work;
  const link = (words: string, to: string) => (
    <a href={`/attempts/${id}${to}`}>
      {words}
      <span className="vh">: {title}</span>
    </a>
  );
  if (state === "void") return <>Does not count</>;
  if (state === "in_progress")
    return (
      <>
        Not handed in{deadline ? `, ends ${moment(deadline, zone)}` : ""}. {link("Go on", "")}
      </>
    );
  if (!released) return <>Your result is shown {releasedAt ? `from ${moment(releasedAt, zone)}` : "later"}.</>;
  const result =
    work.score === null
      ? className
        ? `Waiting for ${teacherName ?? "your teacher"}`
        : "Written answers are yours to compare"
      : `${score(work.score)} of ${score(maxScore)} points`;
  return (
    <>
      {result}. {link("See why", "/review")}
    </>
  );
}
