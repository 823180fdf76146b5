import { MasteryExplained, MasteryTable } from "~/components/mastery-table";
import { Table } from "~/components/table";
import type { Mean } from "~/models/cell";
import type { Go, StudentRecord } from "~/models/student-record.server";
import { extraTime, many, minutes, moment, percent, score } from "~/text";
import { GradebookCell } from "./gradebook-cell";

type Props = { record: StudentRecord; zone: string; heading: "h2" | "h3" };

/** Everything of one student in one class, on screen and on paper. @param heading the level of its parts' headings */
export function StudentSheet({ record, zone, heading: Heading }: Props) {
  const { accommodation, mean, work, remarks, mastery } = record;
  const given = work.filter(({ cell }) => cell.state !== "not given");
  return (
    <>
      <p>{[meanWords(mean), accommodationWords(accommodation)].filter(Boolean).join(" ")}</p>
      <section className="stack">
        <Heading>Assignments</Heading>
        {given.length === 0 ? (
          <p className="soft">Nothing has been given to them yet.</p>
        ) : (
          <Table caption={`Assignments of ${record.name}`} heads={["Assignment", "How it stands", "Attempts"]}>
            {given.map(({ assignment, cell, goes }) => (
              <tr key={assignment.id}>
                <th scope="row">
                  <a href={`/teach/assignments/${assignment.id}`}>{assignment.title}</a>
                </th>
                <GradebookCell cell={cell} found={false} />
                <td>
                  <Goes goes={goes} zone={zone} />
                </td>
              </tr>
            ))}
          </Table>
        )}
      </section>
      <section className="stack">
        <Heading>Mastery</Heading>
        {mastery.length === 0 ? (
          <p className="soft">No answer has its mark yet.</p>
        ) : (
          <>
            <MasteryTable mastery={mastery} />
            <MasteryExplained />
          </>
        )}
      </section>
      <section className="stack">
        <Heading>What was written to them</Heading>
        {remarks.length === 0 ? (
          <p className="soft">No answer has a comment yet.</p>
        ) : (
          <ul className="remarks">
            {remarks.map(({ attemptId, assignment, slot, comment, by, at }) => (
              <li key={`${attemptId} ${slot}`}>
                <p className="written">{comment}</p>
                <p className="soft small">
                  {by}, {moment(at, zone)}, on <a href={`/teach/attempts/${attemptId}`}>question {slot}</a> of{" "}
                  {assignment}
                </p>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function Goes({ goes, zone }: { goes: Go[]; zone: string }) {
  if (goes.length === 0) return <span className="soft">none</span>;
  return (
    <ol className="goes">
      {goes.map((go) => (
        <li key={go.id}>
          <a href={`/teach/attempts/${go.id}`}>
            Attempt {go.number}
            {go.state === "marked" ? `: ${score(go.score ?? 0)} of ${score(go.max)}` : ""}
          </a>{" "}
          <span className="soft small">{goWords(go, zone)}</span>
        </li>
      ))}
    </ol>
  );
}

function goWords({ state, submittedAt, minutes: took, late }: Go, zone: string): string {
  return [
    state === "void" && "does not count",
    state === "submitted" && "waits for marks",
    submittedAt ? `handed in ${moment(submittedAt, zone)}` : state === "in_progress" && "under way",
    took !== null && `after ${minutes(Math.max(1, Math.round(took)))}`,
    late && "late",
  ]
    .filter(Boolean)
    .join(", ");
}

function meanWords(mean: Mean | null): string {
  if (!mean) return "No complete score yet.";
  const spread = mean.spread === null ? "" : `, with a spread of ±${percent(mean.spread)}`;
  return `Mean ${percent(mean.share)} of the points over ${many(mean.n, "complete score")}${spread}.`;
}

function accommodationWords({ timeFactor, extraAttempts, noTimer, calm }: StudentRecord["accommodation"]): string {
  const has = [
    timeFactor > 1 && extraTime(timeFactor),
    extraAttempts > 0 && many(extraAttempts, "more attempt"),
    noTimer && "no running clock",
    calm && "one question a page",
  ].filter(Boolean);
  return has.length > 0 ? `Always has: ${has.join(", ")}.` : "";
}
