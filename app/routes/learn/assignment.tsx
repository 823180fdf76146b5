import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { myAssignment } from "~/access/classes.server";
import type { MyAssignment } from "~/access/rights";
import { AskedNow } from "~/components/asked-now";
import { AttemptEvents } from "~/components/attempt-events";
import { Page } from "~/components/page";
import { Prose } from "~/components/prose";
import { Table } from "~/components/table";
import { type MyGo, myGoes } from "~/models/assignment.server";
import { startAssigned } from "~/models/attempt.server";
import { myEvents } from "~/models/attempt-change.server";
import { endIfStartedNow } from "~/models/attempt-time.server";
import { type Counts, passed, whatStands } from "~/models/counting";
import { findQuiz } from "~/models/quiz.server";
import type { When } from "~/models/review-matrix";
import { votesFor } from "~/models/vote.server";
import { many, moment, points, score } from "~/text";
import { goesLeft } from "./goes-left";
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
    limitMinutes,
    timeFactor,
    counts,
    passPercent,
    viewer: visitor,
  } = assignment;
  const goes = await myGoes(assignment);
  const quiz = assignment.quiz === null ? null : await findQuiz(assignment.quiz);
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
    shows: showsWords(assignment),
    limitMinutes,
    timeFactor,
    ends: endIfStartedNow(assignment),
    counts,
    passPercent,
    stands: stands(assignment, goes),
    votes: (await votesFor(assignment.viewer)).filter((one) => one.assignment === assignment.id),
    events: await myEvents(assignment),
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
  const { visitor, title, className, zone, phase, opensAt, dueAt, closesAt, counts, passPercent, stands } = assignment;
  const { attemptsAllowed, shows, limitMinutes, goes, size, events } = assignment;
  const refused = useActionData<typeof action>();
  const { open, left, mayStart } = goesLeft(assignment, goes);
  return (
    <Page visitor={visitor} at="/me" className="stack">
      <p className="eyebrow">{className}</p>
      <h1>{title}</h1>
      <AskedNow votes={assignment.votes} />
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
          {attemptsAllowed === 1 ? "One attempt" : `${attemptsAllowed} attempts, ${countsWords[counts]}`}: {goes.length}{" "}
          used, {left} left
        </li>
        {assignment.sequential ? <li>{forwardsOnly}</li> : null}
        {passPercent === null ? null : <li>Passed from {passPercent}% of the points</li>}
        {stands ? <li>{stands}</li> : null}
        {shows.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {mayStart ? (
        <form method="post" className="btns">
          <button className="btn go" type="submit">
            {open ? "Go on where you stopped" : goes.length > 0 ? "Start another attempt" : "Start"}
          </button>
        </form>
      ) : null}
      <AttemptEvents events={events} zone={zone} />
      {goes.length > 0 ? <Goes goes={goes} zone={zone} /> : null}
    </Page>
  );
}

const whenWords: Record<When, string> = {
  now: "as soon as you check an answer or hand in",
  submit: "after you hand in",
  due: "after the due date",
  close: "when it is closed for everybody",
  never: "not at all",
};

/** What is shown of the result and when, and how the questions behave. */
function showsWords({
  marksWhen,
  correctnessWhen,
  feedbackWhen,
  keyWhen,
  tries,
  tryPenalty,
  asksConfidence,
}: MyAssignment) {
  const points = whenWords[marksWhen as When];
  const rest = [correctnessWhen, feedbackWhen, keyWhen].every((when) => when === marksWhen);
  return [
    rest
      ? `Results are shown ${points}`
      : `Points are shown ${points}, right or not ${whenWords[correctnessWhen as When]}, reasons ${whenWords[feedbackWhen as When]}, right answers ${whenWords[keyWhen as When]}`,
    ...(tries === null ? [] : [checking(tries, tryPenalty)]),
    ...(asksConfidence ? ["You are asked how sure you are. It never changes your points"] : []),
  ];
}

function checking(tries: number, penalty: number): string {
  const often = tries === 1 ? "once" : `up to ${tries} times`;
  const costs =
    penalty > 0 && tries > 1
      ? `. Each check after the first costs ${Math.round(penalty * 100)} % of the points, and a change after the last check counts as one more`
      : "";
  return `You can check each answer ${often} on the way${costs}`;
}

const countsWords: Record<string, string> = {
  highest: "the best one counts",
  latest: "the latest one counts",
  first: "the first one counts",
  average: "the mean of them counts",
};

/** What it comes to so far, once results are out and where it says more than the one attempt does. */
function stands(assignment: Pick<MyAssignment, "counts" | "passPercent">, goes: MyGo[]): string | null {
  const found = whatStands(
    goes.filter((go) => go.released),
    assignment.counts as Counts,
  );
  if (!found || found.score === null) return null;
  const done = passed(found.score, found.max, assignment.passPercent);
  if (goes.length === 1 && done === null) return null;
  const so = done === null ? "" : done ? ": passed" : ": not passed yet";
  return `Your score stands at ${score(found.score)} of ${points(found.max)}${so}`;
}

function Goes({ goes, zone }: { goes: MyGo[]; zone: string }) {
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
            <td>{standing(go)}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

function standing({ id, state, released, score: got, maxScore }: MyGo) {
  if (state === "in_progress") return "in progress";
  if (!released) return "not shown yet";
  const words = got === null ? "waiting for your teacher’s marks" : `${score(got)} of ${points(maxScore)}`;
  return <a href={`/attempts/${id}/review`}>{words}</a>;
}
