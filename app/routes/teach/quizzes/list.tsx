import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { teacher } from "~/access/visitor.server";
import { Field } from "~/components/field";
import { ErrorSummary } from "~/components/form";
import { Once } from "~/components/once";
import { Page } from "~/components/page";
import { Table } from "~/components/table";
import { idOnce } from "~/models/once.server";
import { createQuiz, listShelf, type ShelvedQuiz } from "~/models/quiz-shelf.server";
import teach from "~/styles/teach.css?url";
import { many, points } from "~/text";
import { parseForm, refuse } from "../../account/parse-form.server";
import { Title } from "./fields";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction = () => [{ title: "Quizzes · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await teacher(args);
  const all = await listShelf(visitor);
  const live = all.filter((quiz) => quiz.live);
  return {
    visitor,
    mine: live.filter(({ ownerId }) => ownerId === visitor.id),
    course: live.filter(({ ownerId }) => ownerId === null),
    others: live.filter(({ ownerId }) => ownerId !== null && ownerId !== visitor.id),
    retired: all.filter((quiz) => !quiz.live && quiz.mayEdit),
  };
}

/** Makes an empty quiz. */
export async function action(args: ActionFunctionArgs) {
  const visitor = await teacher(args);
  const { value, typed, errors } = await parseForm(
    args.request,
    z.object({ title: Title, once: z.string().optional() }),
  );
  if (!value) return refuse(typed, errors);
  return redirect(`/teach/quizzes/${await createQuiz(visitor, value.title, idOnce(visitor, typed))}`);
}

export default function Quizzes() {
  const { visitor, mine, course, others, retired } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <header>
        <p className="eyebrow">
          <a href="/teach">Your classes</a>
        </p>
        <h1>Quizzes</h1>
      </header>
      <section aria-labelledby="mine" className="stack">
        <h2 id="mine">Yours</h2>
        {mine.length === 0 ? (
          <p className="read">
            You have not built a quiz yet. Make an empty one below, or copy one of the course and change the copy.
          </p>
        ) : (
          <QuizTable caption="Your quizzes" quizzes={mine} />
        )}
      </section>
      <form method="post">
        <Once />
        <h2>Make a quiz</h2>
        <ErrorSummary reply={reply} />
        <Field
          name="title"
          label="Title"
          hint="As your students see it."
          maxLength={120}
          autoComplete="off"
          reply={reply}
        />
        <p className="btns">
          <button className="btn go" type="submit">
            Make the quiz
          </button>
        </p>
      </form>
      <section aria-labelledby="course" className="stack">
        <h2 id="course">Of the course</h2>
        <QuizTable caption="Quizzes of the course" quizzes={course} />
      </section>
      {others.length > 0 ? (
        <section aria-labelledby="others" className="stack">
          <h2 id="others">Of other teachers here</h2>
          <QuizTable caption="Quizzes of other teachers" quizzes={others} />
        </section>
      ) : null}
      {retired.length > 0 ? <Retired quizzes={retired} /> : null}
    </Page>
  );
}

function QuizTable({ caption, quizzes }: { caption: string; quizzes: ShelvedQuiz[] }) {
  return (
    <Table caption={caption} heads={["Quiz", "Questions", "Given to your classes", "Do"]}>
      {quizzes.map((quiz) => (
        <tr key={quiz.slug}>
          <th scope="row">
            <a href={`/teach/quizzes/${quiz.slug}`}>{quiz.title}</a>
            {quiz.givable ? null : <div className="soft small">not ready to be given</div>}
            {quiz.ownerName && !quiz.mayEdit ? <div className="soft small">by {quiz.ownerName}</div> : null}
          </th>
          <td>{quiz.questions === 0 ? "none yet" : `${many(quiz.questions, "question")}, ${points(quiz.points)}`}</td>
          <td>
            {quiz.given.length === 0
              ? "not yet"
              : quiz.given.map(({ id, title, className }) => (
                  <div key={id}>
                    <a href={`/teach/assignments/${id}`}>{`${className}: ${title}`}</a>
                  </div>
                ))}
          </td>
          <td className="changes">
            <form method="post" action={`/teach/quizzes/${quiz.slug}/copy`}>
              <Once />
              <input type="hidden" name="questions" value="linked" />
              <button className="linky" type="submit">
                Copy<span className="vh"> {quiz.title}</span>
              </button>
            </form>
            {quiz.mayEdit ? (
              <form method="post" action={`/teach/quizzes/${quiz.slug}/removal`}>
                <button className="linky" type="submit">
                  Retire<span className="vh"> {quiz.title}</span>
                </button>
              </form>
            ) : null}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Retired({ quizzes }: { quizzes: ShelvedQuiz[] }) {
  return (
    <section aria-labelledby="retired" className="stack">
      <h2 id="retired">Retired</h2>
      <p className="read">They cannot be given to a class any more. What was given, and every report, stays.</p>
      <ul className="undo">
        {quizzes.map(({ slug, title }) => (
          <li key={slug}>
            <a href={`/teach/quizzes/${slug}`}>{title}</a>
            <form method="post" action={`/teach/quizzes/${slug}/return`}>
              <button className="linky" type="submit">
                Bring back<span className="vh"> {title}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
