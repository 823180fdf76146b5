import { Mark } from "~/components/mark";
import type { MyWork } from "~/models/attempt-list.server";
import type { MyAssignmentOverview } from "~/models/my-assignments.server";
import type { TodoGroup } from "~/models/todo";
import { moment, score } from "~/text";

const groups: [TodoGroup, string][] = [
  ["now", "Now"],
  ["overdue", "Overdue"],
  ["coming", "Coming"],
  ["done", "Done"],
];

/**
 * What the classes of a student ask for: what can be done now first.
 * @param at where who looks at it as this student does finds what is linked
 */
export function Assigned({ given, at = "" }: { given: MyAssignmentOverview[]; at?: string }) {
  if (given.length === 0) return <p className="soft">Nothing has been given to you yet.</p>;
  const nothing = given.every(({ group }) => group === "done");
  return (
    <>
      {nothing ? <p className="soft">There is nothing to do now.</p> : null}
      {groups.map(([group, title]) => {
        const list = given.filter((one) => one.group === group);
        return list.length === 0 ? null : (
          <section key={group} aria-labelledby={group} className="stack">
            <h3 id={group}>{title}</h3>
            <ul className="given">
              {list.map((one) => (
                <li key={one.id}>
                  <span>
                    <a href={`${at}/assignments/${one.id}`}>{one.title}</a>
                    <span className="small soft line">
                      {one.className}. {when(one)}
                    </span>
                  </span>
                  <Standing one={one} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function Standing({ one }: { one: MyAssignmentOverview }) {
  const { state, group, reading, quiz, obstacle, reminder, passed } = one;
  const read = reading && reading.sections > 0 ? `read ${reading.read} of ${reading.sections}` : null;
  const said = [
    group === "done" || state === "in progress" ? stateWords(one) : null,
    quiz === null && state === "handed in" ? null : read,
    passed === null ? null : passed ? "passed" : "not passed yet",
    obstacle && group === "coming" ? `after “${obstacle.title}”` : null,
  ].filter((words) => words !== null);
  const mark =
    group === "done" ? (state === "missing" ? "not-saved" : "answered") : group === "overdue" ? "waiting" : null;
  return (
    <span className="small how">
      {mark ? <Mark name={mark} /> : null}
      <span>
        {reminder ? <strong className="line">{reminder}</strong> : null}
        {said.join(", ")}
      </span>
    </span>
  );
}

function stateWords({ state, quiz }: Pick<MyAssignmentOverview, "state" | "quiz">): string {
  if (state === "missing") return "Missing: closed with nothing handed in";
  if (state === "in progress") return quiz === null ? "Begun" : "Started, not handed in";
  return quiz === null ? "Read to the end" : "Handed in";
}

function when({ state, opensAt, dueAt, closesAt, zone }: MyAssignmentOverview): string {
  if (state === "not open yet" && opensAt) return `Opens ${moment(opensAt, zone)}`;
  if (dueAt) return `Due ${moment(dueAt, zone)}`;
  return closesAt ? `Closes ${moment(closesAt, zone)}` : "No date";
}

/** Everything one has started, the newest first. @param at as above */
export function Done({ done, at = "" }: { done: MyWork[]; at?: string }) {
  if (done.length === 0)
    return (
      <p className="soft">
        Nothing yet. <a href="/">Each lesson</a> ends with a quiz.
      </p>
    );
  return (
    <ul className="given">
      {done.map((one) => (
        <li key={one.id}>
          <span>
            {one.title}
            <span className="small soft line">
              {one.className ?? "Practice"}.{" "}
              {one.submittedAt
                ? `Handed in ${moment(one.submittedAt, one.zone)}`
                : `Started ${moment(one.startedAt, one.zone)}`}
              {one.late ? ", late" : ""}
            </span>
          </span>
          <span className="small how">
            <span>
              <Result work={one} at={at} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Result({ work, at }: { work: MyWork; at: string }) {
  const { id, title, className, state, released, releasedAt, zone, deadline, maxScore, teacherName } = work;
  const link = (words: string, to: string) => (
    <a href={at ? `${at}/attempts/${id}` : `/attempts/${id}${to}`}>
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
