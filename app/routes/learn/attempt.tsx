import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { myAttempt } from "~/access/attempts.server";
import autosave from "~/autosave/autosave.ts?worker&url";
import { AttemptBar, Leaving } from "~/components/attempt-bar";
import { Page } from "~/components/page";
import pointing from "~/components/pointing.ts?worker&url";
import { QuestionForm } from "~/components/question";
import { SectionHead, Stimulus } from "~/components/section";
import { Stations } from "~/components/stations";
import { TrialBanner } from "~/components/trial-banner";
import { questions } from "~/models/attempt.server";
import { layoutOf, pagesOf } from "~/models/layout";
import { pageShown } from "~/models/page.server";
import { checked } from "~/models/review.server";
import { trialShown } from "~/models/trial.server";
import figure from "~/styles/figure.css?url";
import item from "~/styles/item.css?url";
import { PageTurns, Passed } from "./page-turns";
import { stationsOf } from "./stations-of";

export const links = () => [figure, item].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Question ${data.shown[0]?.place} of ${data.stations.length}: ${data.title} · Keyhole` : "Keyhole" },
  { name: "description", content: "Your answers to this quiz. What you choose or write is saved as you go." },
];

export async function loader(args: LoaderFunctionArgs) {
  const attempt = await myAttempt(args);
  if (attempt.state !== "in_progress") throw redirect(`/attempts/${attempt.id}/review`);
  const layout = layoutOf(attempt.layout);
  const pages = pagesOf(await questions(attempt), layout);
  const asked = new URL(args.request.url).searchParams;
  const page = pageShown(pages, attempt, Number(asked.get("page") ?? 1));
  const shown = pages[page - 1] ?? [];
  const section = layout.sections[shown[0]?.section ?? -1];
  const checks = await checked(
    attempt,
    shown.map(({ slot }) => slot),
  );
  const {
    viewer: visitor,
    id,
    title,
    className,
    studentName,
    deadline,
    zone,
    noTimer,
    tries,
    asksConfidence,
  } = attempt;
  return {
    ...{ visitor, id, title, className, studentName, deadline, zone, noTimer, page, shown },
    trial: trialShown(attempt),
    sequential: layout.sequential,
    passed: asked.has("passed"),
    blank: Number(asked.get("blank")),
    section: section ? { ...section, first: pages[page - 2]?.[0]?.section !== shown[0]?.section } : null,
    ranges: pages.map((one) => [one[0]?.place ?? 1, one.at(-1)?.place ?? 1] as const),
    stations: stationsOf(
      pages.map((one) => one.map((question) => ({ ...question, answered: question.response !== null }))),
      attempt,
    ),
    ...{ checks, tries, asksConfidence },
  };
}

export default function Attempt() {
  const attempt = useLoaderData<typeof loader>();
  const { id, title, page, ranges, shown, stations, section, sequential } = attempt;
  return (
    <Page
      visitor={attempt.visitor}
      className="quiz"
      at="/teach"
      instead={attempt.trial ? undefined : <Leaving attempt={attempt} />}
      above={<AttemptBar attempt={attempt} pages={ranges.length} />}
    >
      <TrialBanner trial={attempt.trial} />
      <h1 className="vh">
        {title}, page {page} of {ranges.length}
      </h1>
      <Stations stations={stations} attempt={id} current={shown.map(({ slot }) => slot)} />
      {attempt.passed ? <Passed /> : null}
      {section ? <SectionHead section={section} first={section.first} /> : null}
      <div className={section?.stimulus ? "beside" : undefined}>
        {section?.stimulus ? <Stimulus section={section} /> : null}
        {/* A browser that puts old answers back into a page would post them as new ones. */}
        <form method="post" action={`/attempts/${id}/answers`} id="answers" data-page={page} autoComplete="off">
          {/* Enter in a field presses the first button of a form: it must turn the page, not show a hint; and where a page
              is left for good it only saves. */}
          <button
            type="submit"
            className="vh"
            name="to"
            value={page === ranges.length ? "summary" : sequential ? page : page + 1}
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
              mayComeBack={!sequential}
              checked={attempt.checks[question.slot]}
              checks={attempt.tries !== null}
              blank={attempt.blank === question.slot}
              asksConfidence={attempt.asksConfidence}
            />
          ))}
          <PageTurns page={page} ranges={ranges} sequential={sequential} />
        </form>
      </div>
      <script type="module" src={autosave} />
      <script type="module" src={pointing} />
    </Page>
  );
}
