import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { myAssignment } from "~/access/classes.server";
import { Page } from "~/components/page";
import { Prose } from "~/components/prose";
import { type MyGo, myGoes } from "~/models/assignment.server";
import { startAssigned } from "~/models/attempt.server";
import { endIfStartedNow } from "~/models/attempt-time.server";
import { findQuiz } from "~/models/quiz.server";
import { many, moment, points, score } from "~/text";
import { forwardsOnly } from "./page-turns";
import { closing, notReady, timeLimit } from "./time-words";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? "Quiz"} · Keyhole` }];

export async function loader(args: LoaderFunctionArgs) {
  const assignment = await myAssignment(args);
  const {
    title,
    className,
    zone,
    phase,
    opensAt,
    dueAt,
    closesAt,
    attemptsAllowed,
    reviewWhen,
    limitMinutes,
    timeFactor,
    viewer: visitor,
  } = assignment;
  const goes = await myGoes(assignment);
  const quiz = await findQuiz(assignment.quiz);
  return {
    visitor,
    title,
    className,
    zone,
    phase,
    opensAt,
    dueAt,
    closesAt,
    attemptsAllowed,
    reviewWhen,
    limitMinutes,
    timeFactor,
    ends: endIfStartedNow(assignment),
    goes,
    intro: quiz?.intro ?? "",
    sequential: quiz?.sequential ?? false,
    size: quiz ? `${many(quiz.questions, "question")}, ${points(quiz.points)}` : null,
  };
}

/** Starts an attempt, or goes on with the one that is open. */
export async function action(args: ActionFunctionArgs) {
  const started = await startAssigned(await myAssignment(args));
  const why = whyNot[started];
  return why ? data({ why }, { status: 409 }) : redirect(`/attempts/${started}`);
}

const whyNot: Record<string, string> = {
  "not open": "It is not open yet. The opening time is below.",
  closed: "It has closed, so nothing can be started any more. Ask your teacher if you should still have a go.",
  "not ready": notReady,
  "no attempts left": "You have used all your attempts. What you handed in stays as it is.",
};

export default function Assignment() {
  const assignment = useLoaderData<typeof loader>();
  const { visitor, title, className, zone, phase, opensAt, dueAt, closesAt } = assignment;
  const { attemptsAllowed, reviewWhen, limitMinutes, goes, size } = assignment;
  const refused = useActionData<typeof action>();
  const open = goes.find((go) => go.state === "in_progress");
  const left = attemptsAllowed - goes.length;
  const mayStart = open || (left > 0 && phase !== "not open yet" && phase !== "closed");
  return (
    <Page visitor={visitor} at="/me" className="stack">
      <p className="eyebrow">{className}</p>
      <h1>{title}</h1>
      {refused ? (
        <p className="said is-wrong" role="alert">
          {refused.why}
        </p>
      ) : null}
      {assignment.intro ? <Prose className="read" text={assignment.intro} /> : null}
      <ul className="read">
        {size ? <li>{size}</li> : null}
        {opensAt && phase === "not open yet" ? <li>Opens {moment(opensAt, zone)}</li> : null}
        {dueAt ? (
          <li>
            Due {moment(dueAt, zone)}
            {phase === "overdue" ? ". That is over; what you hand in now is late" : ""}
          </li>
        ) : null}
        {closesAt ? <li>{closing({ ...assignment, closesAt })}</li> : null}
        {limitMinutes ? <li>{timeLimit({ ...assignment, limitMinutes, mayStart: mayStart && !open })}</li> : null}
        {open?.deadline ? (
          <li>
            Your attempt ends {moment(open.deadline, zone)}. What you have answered by then is handed in by itself
          </li>
        ) : null}
        <li>
          {attemptsAllowed === 1 ? "One attempt" : `${attemptsAllowed} attempts, the best one counts`}: {goes.length}{" "}
          used, {Math.max(left, 0)} left
        </li>
        {assignment.sequential ? <li>{forwardsOnly}</li> : null}
        <li>
          Results are shown{" "}
          {reviewWhen === "after_submit"
            ? "after you hand in"
            : `after it closes${closesAt ? `, ${moment(closesAt, zone)}` : ""}`}
        </li>
      </ul>
      {mayStart ? (
        <form method="post" className="btns">
          <button className="btn go" type="submit">
            {open ? "Go on where you stopped" : goes.length > 0 ? "Start another attempt" : "Start"}
          </button>
        </form>
      ) : null}
      {goes.length > 0 ? <Goes goes={goes} zone={zone} /> : null}
    </Page>
  );
}

function Goes({ goes, zone }: { goes: MyGo[]; zone: string }) {
  return (
    <section className="stack">
      <h2>Your attempts</h2>
      <div className="scroll">
        <table className="tbl">
          <caption className="vh">Your attempts</caption>
          <thead>
            <tr>
              <th scope="col">Attempt</th>
              <th scope="col">Handed in</th>
              <th scope="col">Score</th>
            </tr>
          </thead>
          <tbody>
            {goes.map((go) => (
              <tr key={go.id}>
                <th scope="row">{go.number}</th>
                <td>
                  {go.submittedAt ? moment(go.submittedAt, zone) : "not yet"}
                  {go.late ? ", late" : ""}
                </td>
                <td>{standing(go)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function standing({ id, state, released, score: got, maxScore }: MyGo) {
  if (state === "in_progress") return "in progress";
  if (!released) return "shown after it closes";
  const words = got === null ? "waiting for your teacher’s marks" : `${score(got)} of ${points(maxScore)}`;
  return <a href={`/attempts/${id}/review`}>{words}</a>;
}
