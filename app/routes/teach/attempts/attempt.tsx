import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seenAttempt } from "~/access/attempts.server";
import { AttemptEvents } from "~/components/attempt-events";
import { Page } from "~/components/page";
import { plain } from "~/components/prose";
import { ResultParts, sumsOf } from "~/components/result-parts";
import { ReviewedQuestionView } from "~/components/reviewed-question";
import { SectionReviewed } from "~/components/section";
import { Table } from "~/components/table";
import { type AttemptEvent, eventsOf } from "~/models/attempt-change.server";
import { type Added, added } from "~/models/attempt-time.server";
import { timeline } from "~/models/attempt-timeline.server";
import { looked } from "~/models/audit.server";
import { layoutOf } from "~/models/layout";
import { type AnswerSoFar, answersSoFar } from "~/models/results.server";
import { type ReviewedQuestion, review } from "~/models/review.server";
import { everything } from "~/models/review-matrix";
import { isOver } from "~/models/wall-time.server";
import item from "~/styles/item.css?url";
import plot from "~/styles/plot.css?url";
import teach from "~/styles/teach.css?url";
import { minutes, moment, score } from "~/text";
import { Timeline } from "./timeline";

export const links = () => [item, teach, plot].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.student}: ${data?.title} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const attempt = await seenAttempt(args);
  await looked(attempt, "attempt");
  const { id, title, className, zone, assignmentId, studentName: student, number, state, startedAt } = attempt;
  const { submittedAt, deadline, observer, viewer: visitor } = attempt;
  const open = submittedAt === null;
  return {
    observer,
    ...{ visitor, id, title, className, zone, assignmentId, student, number, state, startedAt, submittedAt, deadline },
    // Right after a stop, before the last answers on their way have arrived.
    over: open && deadline !== null && isOver(deadline),
    events: await eventsOf(attempt),
    added: await added(attempt),
    happened: await timeline(attempt),
    soFar: open ? await answersSoFar(attempt) : null,
    questions: open ? [] : (await review(attempt, everything)).sort((a, b) => a.slot - b.slot),
    sections: layoutOf(attempt.layout).sections,
  };
}

export default function Attempt() {
  const attempt = useLoaderData<typeof loader>();
  const { id, zone, state, startedAt, submittedAt, over, events, soFar, questions, sections, observer } = attempt;
  return (
    <Page visitor={attempt.visitor} at="/teach" className="quiz">
      <p className="eyebrow">
        <a href={`/teach/assignments/${attempt.assignmentId}`}>
          {attempt.className} · {attempt.title}
        </a>{" "}
        · attempt {attempt.number} ·{" "}
        {submittedAt ? `handed in ${moment(submittedAt, zone)}` : `started ${moment(startedAt, zone)}`}
        {state === "void" ? " · does not count" : ""}
      </p>
      <h1>{attempt.student}</h1>
      <p>
        <a href="#timeline">What happened when</a>
      </p>
      <Time id={id} observer={observer} zone={zone} deadline={soFar ? attempt.deadline : null} added={attempt.added} />
      <AttemptEvents events={events} zone={zone} />
      {observer ? null : <Changes id={id} state={state} over={over} events={events} />}
      {soFar ? (
        <SoFar answers={soFar} />
      ) : (
        <>
          <Total questions={questions} />
          <ResultParts questions={questions} sections={sections} />
          {questions.map((question, index) => (
            <div key={question.slot}>
              <SectionReviewed sections={sections} of={question} after={questions[index - 1]} />
              <ReviewedQuestionView question={question} reader="teacher" waitingFor="a mark by hand" zone={zone} />
              {observer ? null : <Remark id={id} question={question} />}
            </div>
          ))}
        </>
      )}
      <Timeline timeline={attempt.happened} zone={zone} />
    </Page>
  );
}

function Remark({ id, question: { slot, byHand, standing, dropped } }: { id: string; question: ReviewedQuestion }) {
  if (byHand)
    return (
      <p className="reread">
        {byHand.note ? <span className="soft">For who marks: {byHand.note} </span> : null}
        <a href={`/teach/attempts/${id}/slots/${slot}/mark?names=1&by=student`}>
          {standing === "waiting" ? "Mark it" : "Change the mark"}
        </a>
      </p>
    );
  return dropped ? null : (
    <p className="reread">
      <a href={`/teach/attempts/${id}/slots/${slot}/override`}>
        Change the mark<span className="vh"> of question {slot}</span>
      </a>
    </p>
  );
}

/** When an attempt under way ends, and what was added to its time. */
type TimeProps = { id: string; observer: boolean; zone: string | null; deadline: Date | null; added: Added[] };

function Time({ id, observer, zone, deadline, added }: TimeProps) {
  return (
    <>
      {deadline ? (
        <p className="read">
          It ends {moment(deadline, zone)}.{" "}
          {observer ? null : <a href={`/teach/attempts/${id}/minutes`}>Add minutes</a>}
        </p>
      ) : null}
      {added.length > 0 ? (
        <ul className="read soft">
          {added.map(({ minutes: more, why, by, addedAt }) => (
            <li key={String(addedAt)}>
              {by} added {minutes(more)}, {moment(addedAt, zone)}: {why}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

type ChangesProps = { id: string; state: string; over: boolean; events: AttemptEvent[] };

function Changes({ id, state, over, events: [last] }: ChangesProps) {
  const reopened = state === "in_progress" && !over && last?.kind === "reopened";
  return (
    <div className="btns">
      {state === "void" || reopened ? (
        <form method="post" action={`/teach/attempts/${id}/return`}>
          <button className="btn" type="submit">
            {reopened ? "Hand it in again as it is" : "Let it count again"}
          </button>
        </form>
      ) : null}
      {state === "submitted" || state === "marked" || over ? (
        <a className="btn" href={`/teach/attempts/${id}/reopening`}>
          Give it back
        </a>
      ) : null}
      {state === "void" ? null : (
        <a className="btn" href={`/teach/attempts/${id}/voiding`}>
          Let it not count
        </a>
      )}
    </div>
  );
}

function Total({ questions }: { questions: ReviewedQuestion[] }) {
  const { got, most, waiting } = sumsOf(questions);
  return (
    <p className="read">
      {score(got)} of {score(most)} points
      {waiting > 0 ? `; ${score(waiting)} more wait for your mark` : ""}.
    </p>
  );
}

/** Before an attempt is handed in there are answers and no marks. */
function SoFar({ answers }: { answers: AnswerSoFar[] }) {
  return (
    <>
      <p className="read">Not handed in yet. These are the answers so far; they can still change.</p>
      <Table caption="Answers so far" heads={["Question", "Answer so far"]}>
        {answers.map(({ slot, stem, answer }) => (
          <tr key={slot}>
            <th scope="row">
              {slot} <span className="soft small">{plain(stem)}</span>
            </th>
            <td>{answer || "no answer yet"}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}
