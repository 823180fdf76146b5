import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone, notFound } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { practiceClosedBy } from "~/models/assignment.server";
import { findOpenPractice, startPractice } from "~/models/attempt.server";
import { findQuiz } from "~/models/quiz.server";
import { personOrNewGuest } from "~/session.server";
import { many, points } from "~/text";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.quiz.title ?? "Quiz"} · Keyhole` },
  { name: "description", content: "Questions with a reason for every answer. Practice: nobody else sees it." },
];

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  const quiz = await findPractisable(args.params.quiz);
  const open = visitor ? await findOpenPractice(visitor, quiz.slug) : undefined;
  const closedBy = visitor ? await practiceClosedBy(visitor.id, quiz.slug) : null;
  return { visitor, quiz, open, closedBy };
}

/** Starts a practice attempt, or goes on with the one that is open. */
export async function action(args: ActionFunctionArgs) {
  const visitor = await anyone(args);
  const quiz = await findPractisable(args.params.quiz);
  if (visitor && (await practiceClosedBy(visitor.id, quiz.slug)))
    throw new Response("Your class has an assignment of this quiz. Practice opens again when its results are out.", {
      status: 403,
    });
  const { person, headers } = await personOrNewGuest(args.request);
  return redirect(`/attempts/${await startPractice(person, quiz.slug)}`, { headers });
}

async function findPractisable(slug: string | undefined) {
  const quiz = await findQuiz(slug ?? "");
  if (quiz?.practice !== "everybody") throw notFound();
  return quiz;
}

export default function Quiz() {
  const { visitor, quiz, open, closedBy } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} className="stack">
      <h1>{quiz.title}</h1>
      <p className="read">
        {many(quiz.questions, "question")}, {points(quiz.points)}. Take the time you need. What you type is kept as you
        go, and you can stop and come back.
      </p>
      <p className="read">
        Afterwards you see for each answer why it is right or not. This is practice: nobody else sees it.
      </p>
      {closedBy ? (
        <p className="said is-waiting">
          Your class has “{closedBy}”, which asks these questions. Practice opens again when its results are out.{" "}
          <a href="/me">Your work</a>
        </p>
      ) : (
        <form method="post" className="btns">
          <button type="submit" className="btn go">
            {open ? "Go on where you stopped" : "Start"}
          </button>
          {quiz.lesson ? (
            <a className="btn plain" href={`/lessons/${quiz.lesson}`}>
              Read the lesson first
            </a>
          ) : null}
        </form>
      )}
    </Page>
  );
}
