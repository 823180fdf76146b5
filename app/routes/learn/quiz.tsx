import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { practisable } from "~/access/quizzes.server";
import { anyone, notFound } from "~/access/visitor.server";
import { described } from "~/components/described";
import { Page } from "~/components/page";
import { Prose } from "~/components/prose";
import { findOpenPractice, startPractice } from "~/models/attempt.server";
import { practiceClosedBy } from "~/models/held-back.server";
import { lessonTitles } from "~/models/lesson.server";
import { findQuiz, objectivesAsked } from "~/models/quiz.server";
import { personOrNewGuest } from "~/session.server";
import lesson from "~/styles/lesson.css?url";
import { many, points } from "~/text";
import { formBody } from "../form-body.server";
import { forwardsOnly } from "./page-turns";
import { notReady } from "./time-words";

export const links = () => [{ rel: "stylesheet", href: lesson }];
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  described({
    title: data?.quiz.title ?? "Quiz",
    description: "Questions with a reason for every answer. Practice: nobody else sees it.",
  });

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  const quiz = await findQuiz(await practisable(args, visitor));
  if (!quiz) throw notFound();
  const [open, closedBy, objectives, lessons] = await Promise.all([
    visitor ? findOpenPractice(visitor, quiz.slug) : undefined,
    visitor ? practiceClosedBy(visitor, quiz.slug) : null,
    objectivesAsked(quiz.slug),
    lessonTitles(),
  ]);
  const asked = lessons
    .map(({ slug, number, title }) => ({
      slug,
      number,
      title,
      objectives: objectives.filter(({ lesson }) => lesson === slug),
    }))
    .filter((lesson) => lesson.objectives.length > 0);
  const { title, lesson, intro, sequential, questions, points } = quiz;
  return { visitor, quiz: { title, lesson, intro, sequential, questions, points }, open, closedBy, asked };
}

/** Starts a practice attempt, or goes on with the one that is open. */
export async function action(args: ActionFunctionArgs) {
  const visitor = await anyone(args);
  const quiz = await practisable(args, visitor);
  if (visitor && (await practiceClosedBy(visitor, quiz)))
    throw new Response(
      "Your class has an assignment that asks these questions. Practice opens again once its right answers may be known.",
      {
        status: 403,
      },
    );
  const tries = (await formBody(args.request)).get("checks") === "3" ? 3 : null;
  const { person, headers } = visitor
    ? { person: visitor, headers: new Headers() }
    : await personOrNewGuest(args.request);
  const started = await startPractice(person, quiz, tries);
  return started === "not ready"
    ? data({ why: notReady }, { status: 409, headers })
    : redirect(`/attempts/${started}`, { headers });
}

export default function Quiz() {
  const { visitor, quiz, open, closedBy, asked } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const own = asked.find(({ slug }) => slug === quiz.lesson);
  return (
    <Page visitor={visitor} at="/" className="contents">
      <header className="stack">
        <p className="eyebrow">
          {own ? <a href={`/lessons/${own.slug}`}>Lesson {own.number}</a> : <a href="/#course">The course</a>}
        </p>
        <h1>{quiz.title}</h1>
        <p className="read">
          {many(quiz.questions, "question")}, {points(quiz.points)}. Take the time you need. What you type is kept as
          you go, and you can stop and come back.
        </p>
        {quiz.intro ? <Prose className="read" text={quiz.intro} /> : null}
        {quiz.sequential ? <p className="said is-waiting">{forwardsOnly}.</p> : null}
        {refused ? (
          <p className="said is-wrong" role="alert">
            {refused.why}
          </p>
        ) : null}
        {closedBy ? (
          <p className="said is-waiting">
            Your class has “{closedBy}”, which asks these questions. Practice opens again once its right answers may be
            known. <a href="/me">Your work</a>
          </p>
        ) : (
          <form method="post" className="btns">
            <button type="submit" className="btn go">
              {open ? "Go on where you stopped" : "Start"}
            </button>
            {open ? null : (
              <button type="submit" className="btn" name="checks" value="3">
                Practise with a check after each answer
              </button>
            )}
            {own ? (
              <a className="btn plain" href={`/lessons/${own.slug}`}>
                Read the lesson first
              </a>
            ) : null}
          </form>
        )}
      </header>
      <section className="stack" aria-labelledby="practice">
        <h2 id="practice">How practice works</h2>
        <ul className="plainlist">
          <li>Nobody else sees what you answer. You may start again as often as you like.</li>
          <li>A question can have a hint. It shows only when you ask for it.</li>
          <li>
            When you hand in, you see for each answer why it is right or not. Or check each one on the way, up to three
            times.
          </li>
          <li>A written answer gets no points: you compare it yourself with a model answer and its list of points.</li>
        </ul>
      </section>
      {asked.length > 0 ? (
        <section className="stack" aria-labelledby="asks">
          <h2 id="asks">It checks whether you can</h2>
          {asked.map(({ slug, number, title, objectives }) => (
            <div key={slug} className="stack">
              {asked.length > 1 || !own ? (
                <h3>
                  <a href={`/lessons/${slug}`}>
                    Lesson {number}: {title}
                  </a>
                </h3>
              ) : null}
              <ul className="plainlist">
                {objectives.map(({ id, statement }) => (
                  <li key={id}>{statement}</li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      ) : null}
    </Page>
  );
}
