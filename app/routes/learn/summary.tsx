import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { myAttempt } from "~/access/attempts.server";
import autosave from "~/autosave/autosave.ts?worker&url";
import { AttemptBar, Leaving } from "~/components/attempt-bar";
import { Page } from "~/components/page";
import pointing from "~/components/pointing.ts?worker&url";
import { Stations } from "~/components/stations";
import { TrialBanner } from "~/components/trial-banner";
import { listPages } from "~/models/page.server";
import { trialShown } from "~/models/trial.server";
import figure from "~/styles/figure.css?url";
import item from "~/styles/item.css?url";
import { beforeHandingIn } from "~/text";
import { Passed } from "./page-turns";
import { stationsOf } from "./stations-of";

// The figures' too: while the line is down the script shows the questions in this page.
export const links = () => [figure, item].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Check before handing in: ${data?.title ?? "quiz"} · Keyhole` },
  { name: "description", content: "Which questions of this quiz you have answered, before you hand it in." },
];

export async function loader(args: LoaderFunctionArgs) {
  const attempt = await myAttempt(args);
  if (attempt.state !== "in_progress") throw redirect(`/attempts/${attempt.id}/review`);
  const pages = await listPages(attempt);
  const { viewer: visitor, id, title, className, studentName, deadline, zone, noTimer } = attempt;
  const passed = new URL(args.request.url).searchParams.has("passed");
  const trial = trialShown(attempt);
  return {
    ...{ visitor, id, title, className, studentName, deadline, zone, noTimer, passed, trial },
    stations: stationsOf(pages, attempt),
  };
}

export default function Summary() {
  const attempt = useLoaderData<typeof loader>();
  const { visitor, id, passed, trial, stations } = attempt;
  const open = stations.filter((one) => !one.answered && one.reach === "open");
  const left = stations.filter((one) => !one.answered && one.reach === "left");
  const ahead = stations.filter((one) => one.reach === "ahead");
  const flagged = stations.filter((one) => one.flagged);
  const back = open[0] ?? stations.find((one) => one.reach === "open");
  const places = (some: typeof stations) => some.map(({ place }) => place);
  return (
    <Page
      visitor={visitor}
      className="quiz"
      at="/teach"
      instead={trial ? undefined : <Leaving attempt={attempt} />}
      above={<AttemptBar attempt={attempt} pages={Math.max(...stations.map(({ page }) => page))} />}
    >
      <TrialBanner trial={trial} />
      <div className="stack">
        <h1>Check before handing in</h1>
        <Stations stations={stations} attempt={id} current={[]} />
        {passed ? <Passed /> : null}
        <p className="read" id="before-handing-in">
          {beforeHandingIn(places(open), places(flagged), places(left), places(ahead))}
        </p>
        <p className="read">After handing in, your answers cannot be changed.</p>
        <form method="post" action={`/attempts/${id}/submission`} data-page="summary" className="btns">
          <button type="submit" className="btn go">
            Hand in
          </button>
          <a className="btn" href={`/attempts/${id}?page=${back?.page ?? 1}`}>
            Back to the questions
          </a>
        </form>
      </div>
      <script type="module" src={autosave} />
      <script type="module" src={pointing} />
    </Page>
  );
}
