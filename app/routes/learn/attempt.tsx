import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { myAttempt } from "~/access/attempts.server";
import autosave from "~/autosave/autosave.ts?worker&url";
import { AttemptBar } from "~/components/attempt-bar";
import { Page } from "~/components/page";
import { QuestionForm } from "~/components/question";
import { Stations } from "~/components/stations";
import { pageOf, perPage, questions } from "~/models/attempt.server";
import { checked } from "~/models/review.server";
import figure from "~/styles/figure.css?url";
import item from "~/styles/item.css?url";

export const links = () => [figure, item].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Question ${data.shown[0]?.slot} of ${data.count}: ${data.title} · Keyhole` : "Keyhole" },
];

export async function loader(args: LoaderFunctionArgs) {
  const attempt = await myAttempt(args);
  if (attempt.state !== "in_progress") throw redirect(`/attempts/${attempt.id}/review`);
  const all = await questions(attempt);
  const pages = Math.ceil(all.length / perPage);
  const wanted = Number(new URL(args.request.url).searchParams.get("page") ?? 1);
  const page = Number.isInteger(wanted) && wanted >= 1 && wanted <= pages ? wanted : 1;
  const shown = all.slice((page - 1) * perPage, page * perPage);
  const stations = all.map(({ slot, response, flagged }) => ({
    slot,
    answered: response !== null,
    flagged,
    page: pageOf(slot),
  }));
  const checks = await checked(
    attempt,
    shown.map(({ slot }) => slot),
  );
  const { viewer: visitor, id, title, className, studentName, deadline, zone, noTimer } = attempt;
  return {
    visitor,
    id,
    title,
    className,
    studentName,
    deadline,
    zone,
    noTimer,
    page,
    pages,
    perPage,
    count: all.length,
    shown,
    stations,
    checks,
    blank: Number(new URL(args.request.url).searchParams.get("blank")),
    tries: attempt.tries,
    asksConfidence: attempt.asksConfidence,
  };
}

export default function Attempt() {
  const attempt = useLoaderData<typeof loader>();
  const { id, title, page, pages, perPage, shown, stations } = attempt;
  const first = (to: number) => (to - 1) * perPage + 1;
  const range = (to: number) =>
    Math.min(to * perPage, attempt.count) === first(to)
      ? `question ${first(to)}`
      : `questions ${first(to)} to ${Math.min(to * perPage, attempt.count)}`;
  return (
    <Page
      visitor={attempt.visitor}
      className="quiz"
      instead={
        <p className="small">
          {attempt.className ? (
            <span className="wideonly">
              {attempt.studentName}, {attempt.className}&emsp;
            </span>
          ) : null}
          <a href="/me">Leave, keep answers</a>
        </p>
      }
      above={<AttemptBar attempt={attempt} pages={pages} />}
    >
      <h1 className="vh">
        {title}, page {page} of {pages}
      </h1>
      <Stations stations={stations} attempt={id} current={shown.map(({ slot }) => slot)} />
      {/* A browser that puts old answers back into a page would post them as new ones. */}
      <form method="post" action={`/attempts/${id}/answers`} id="answers" data-page={page} autoComplete="off">
        {/* Enter in a field presses the first button of a form: it must turn the page, not show a hint. */}
        <button
          type="submit"
          className="vh"
          name="to"
          value={page < pages ? page + 1 : "summary"}
          tabIndex={-1}
          aria-hidden="true"
        >
          Save and go on
        </button>
        {shown.map((question) => (
          <QuestionForm
            key={question.slot}
            question={question}
            attempt={id}
            checked={attempt.checks[question.slot]}
            checks={attempt.tries !== null}
            blank={attempt.blank === question.slot}
            asksConfidence={attempt.asksConfidence}
          />
        ))}
        <div className="submitline">
          {page > 1 ? (
            <button type="submit" className="linky" name="to" value={page - 1}>
              ← Back to {range(page - 1)}
            </button>
          ) : (
            <span />
          )}
          <span className="btns">
            <button type="submit" className={page < pages ? "btn" : "btn go"} name="to" value="summary">
              Check before handing in
            </button>
            {page < pages ? (
              <button type="submit" className="btn go" name="to" value={page + 1}>
                Next: {range(page + 1)}
              </button>
            ) : null}
          </span>
        </div>
      </form>
      <script type="module" src={autosave} />
    </Page>
  );
}
