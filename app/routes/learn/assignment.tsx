import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { myAssignment } from "~/access/classes.server";
import type { MyAssignment } from "~/access/rights";
import { AttemptEvents } from "~/components/attempt-events";
import type { Reply } from "~/components/form";
import { Page } from "~/components/page";
import { myGoes } from "~/models/assignment.server";
import { startAssigned } from "~/models/attempt.server";
import { myEvents } from "~/models/attempt-change.server";
import { endIfStartedNow } from "~/models/attempt-time.server";
import { obstaclesOf } from "~/models/prerequisite.server";
import { findQuiz } from "~/models/quiz.server";
import lesson from "~/styles/lesson.css?url";
import { many, moment, points } from "~/text";
import { parseForm } from "../account/parse-form.server";
import { Goes } from "./goes";
import { obstacleWords } from "./obstacle-words";
import { showsWords, stands } from "./rule-words";
import { notReady } from "./time-words";
import { ReadingSteps } from "./unit-lesson";
import { unitLesson } from "./unit-lesson.server";
import { QuizStart, type UnitQuiz } from "./unit-quiz";

export const links = () => [{ rel: "stylesheet", href: lesson }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? "Quiz"} · Keyhole` }];

export async function loader(args: LoaderFunctionArgs) {
  const assignment = await myAssignment(args);
  const { id, title, className, zone, phase, opensAt, dueAt, lessonFirst, viewer: visitor } = assignment;
  return {
    ...{ visitor, title, className, zone, phase, opensAt, dueAt, lessonFirst },
    closesAt: assignment.closesAt,
    obstacle: (await obstaclesOf(visitor, [id])).get(id) ?? null,
    lesson: await unitLesson(assignment),
    quiz: await unitQuiz(assignment),
    events: await myEvents(assignment),
  };
}

async function unitQuiz(assignment: MyAssignment): Promise<UnitQuiz | null> {
  if (assignment.quiz === null) return null;
  const { zone, phase, closesAt, attemptsAllowed, limitMinutes, timeFactor, counts, passPercent } = assignment;
  const goes = await myGoes(assignment);
  const quiz = await findQuiz(assignment.quiz);
  return {
    ...{ zone, phase, closesAt, attemptsAllowed, limitMinutes, timeFactor, counts, passPercent, goes },
    shows: showsWords(assignment),
    ends: endIfStartedNow(assignment),
    stands: stands(assignment, goes),
    intro: quiz?.intro ?? "",
    sequential: quiz?.sequential ?? false,
    size: quiz ? `${many(quiz.questions, "question")}, ${points(quiz.points)}` : null,
    asksPassword: assignment.password !== null,
  };
}

/** Starts an attempt, or goes on with the one that is open. */
export async function action(args: ActionFunctionArgs) {
  const assignment = await myAssignment(args);
  const { value } = await parseForm(args.request, z.object({ password: z.string().max(200).optional() }));
  const started = await startAssigned(assignment, value?.password);
  if (started === "too many tries") return refused({ password: [tooMany] }, 429);
  const asks = atPassword[started];
  if (asks) return refused({ password: [asks] }, 400);
  const why = whyNot[started];
  return why ? refused({ "": [why] }, 409) : redirect(`/attempts/${started}`);
}

const refused = (errors: Reply["errors"], status: number) => data<Reply>({ typed: {}, errors }, { status });

const tooMany = "There were too many tries. Try again in a quarter of an hour, or ask your teacher. Nothing is locked.";
const atPassword: Record<string, string> = {
  "password asked": "Type the password that your teacher says.",
  "wrong password": "That is not the password.",
};
const whyNot: Record<string, string> = {
  "not open": "It is not open yet. The opening time is below.",
  closed: "It has closed, so nothing can be started any more. Ask your teacher if you should still have a go.",
  "not ready": notReady,
  "no attempts left": "You have used all your attempts. What you handed in stays as it is.",
  "something before it": "Something else comes first. It is named below.",
  "lesson first": "The quiz opens when you have finished the lesson.",
};

export default function Assignment() {
  const { visitor, title, className, zone, phase, opensAt, dueAt, closesAt, lessonFirst, ...unit } =
    useLoaderData<typeof loader>();
  const { obstacle, lesson, quiz, events } = unit;
  const reply = useActionData<typeof action>();
  const early = lessonFirst && lesson?.progress.finishedAt === null;
  const shut = obstacle
    ? `First comes “${obstacle.title}”.`
    : early
      ? "The quiz opens when you have finished the lesson above."
      : null;
  const over = phase === "overdue" ? ". That is over; what you hand in now is late" : "";
  const said = [
    ...(opensAt && phase === "not open yet" ? [`Opens ${moment(opensAt, zone)}`] : []),
    ...(dueAt ? [`Due ${moment(dueAt, zone)}${over}`] : []),
    ...(closesAt && !quiz ? [`${phase === "closed" ? "Closed" : "Closes"} ${moment(closesAt, zone)}`] : []),
  ];
  return (
    <Page visitor={visitor} at="/me" className="stack">
      <p className="eyebrow">{className}</p>
      <h1>{title}</h1>
      {reply?.errors[""] ? (
        <p className="said is-wrong" role="alert">
          {reply.errors[""]}
        </p>
      ) : null}
      {obstacle ? (
        <p className="said is-waiting">
          <span />
          <span>
            <a href={`/assignments/${obstacle.id}`}>{obstacle.title}</a> comes before this. {obstacleWords(obstacle)}
          </span>
        </p>
      ) : null}
      {said.length > 0 ? (
        <ul className="read">
          {said.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ) : null}
      {lesson ? <ReadingSteps lesson={lesson} /> : null}
      {quiz && lesson ? <h2>The quiz</h2> : null}
      {quiz ? <QuizStart quiz={quiz} shut={shut} reply={reply} /> : null}
      <AttemptEvents events={events} zone={zone} />
      {quiz && quiz.goes.length > 0 ? <Goes goes={quiz.goes} zone={zone} /> : null}
    </Page>
  );
}
