import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editedQuiz, seenQuiz } from "~/access/quizzes.server";
import { ErrorSummary, type Reply } from "~/components/form";
import { Page } from "~/components/page";
import reorder from "~/components/reorder.ts?worker&url";
import { change, lastChange, stateOf } from "~/models/quiz-builder.server";
import { outline } from "~/models/quiz-outline.server";
import { placeOf } from "~/models/quiz-plan";
import quizStyles from "~/styles/quiz.css?url";
import teach from "~/styles/teach.css?url";
import { refuse } from "../../account/parse-form.server";
import { formBody } from "../../form-body.server";
import { CopyForm, Facts, Ways } from "./builder-parts";
import { readOutline } from "./outline-form.server";
import { wanted } from "./outline-page";
import { OutlineForm, OutlineList } from "./outline-table";
import { refuseStale } from "./stale.server";

export const links = () => [teach, quizStyles].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.quiz.title ?? "Quiz"} · Keyhole` }];

export async function loader(args: LoaderFunctionArgs) {
  const quiz = await seenQuiz(args);
  const { slug, title, live, mayEdit, ownerId, ownerName, practice, viewer: visitor } = quiz;
  const { sections, lines, ...rest } = await outline(quiz);
  return {
    visitor,
    quiz: { slug, title, live, mayEdit, ownerId, ownerName, practice, state: stateOf(quiz) },
    ...{ sections, lines, facts: { questions: lines.length, ...rest } },
    last: mayEdit ? await lastChange(quiz) : null,
  };
}

/** Gives the questions their points, versions, sections and order. */
export async function action(args: ActionFunctionArgs) {
  const quiz = await editedQuiz(args);
  const asked = readOutline(await formBody(args.request));
  if (!asked.change) return refuse(asked.typed, asked.errors);
  const { focus } = asked;
  let at = -1;
  const done = await change(quiz, asked.seen, (plan, name) => {
    const changed = asked.change(plan, name);
    at = changed && focus ? placeOf(changed.plan.slots, focus) : -1;
    return changed;
  });
  if (done === "stale") return refuseStale(quiz, asked.typed);
  return redirect(`/teach/quizzes/${quiz.slug}#${at === -1 ? "did" : `q${at + 1}`}`);
}

export default function Builder() {
  const { visitor, quiz, sections, lines, facts, last } = useLoaderData<typeof loader>();
  const reply = useActionData<Reply>();
  const refused = reply ? wanted(reply.typed) : [];
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <header>
        <p className="eyebrow">
          <a href="/teach/quizzes">Quizzes</a>
          {quiz.ownerId === null ? " · of the course" : quiz.mayEdit ? "" : ` · by ${quiz.ownerName}`}
        </p>
        <h1>{quiz.title}</h1>
      </header>
      <ErrorSummary reply={reply} />
      {reply && refused.length > 0 ? (
        <section className="stack" aria-labelledby="wanted">
          <h2 id="wanted">What you wanted</h2>
          <ul>
            {refused.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>Below is how the quiz is now.</p>
        </section>
      ) : null}
      {quiz.live ? null : (
        <form method="post" action={`/teach/quizzes/${quiz.slug}/return`} className="said is-waiting notice">
          <p>This quiz is retired: it cannot be given to a class any more.</p>
          <button className="btn" type="submit">
            Bring it back
          </button>
        </form>
      )}
      <Facts facts={facts} />
      {quiz.mayEdit ? (
        <form method="post" action={`/teach/quizzes/${quiz.slug}/undo`} className="undoline" id="did">
          <input type="hidden" name="seen" value={quiz.state} />
          <p role="status">{last ? `${last.said} (${last.by})` : "Nothing was changed yet."}</p>
          {last ? (
            <button className="linky" type="submit">
              Undo<span className="vh"> the last change</span>
            </button>
          ) : null}
        </form>
      ) : null}
      <Ways quiz={quiz} questions={lines.length} />
      {quiz.mayEdit ? (
        <OutlineForm state={quiz.state} slug={quiz.slug} sections={sections} lines={lines} reply={reply} />
      ) : (
        <>
          <OutlineList sections={sections} lines={lines} />
          <CopyForm slug={quiz.slug} title={quiz.title} />
        </>
      )}
      {quiz.mayEdit ? <script type="module" src={reorder} /> : null}
    </Page>
  );
}
