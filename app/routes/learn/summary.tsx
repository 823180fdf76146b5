import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { myAttempt } from "~/access/attempts.server";
import autosave from "~/autosave/autosave.ts?worker&url";
import { AttemptBar, Leaving } from "~/components/attempt-bar";
import { Page } from "~/components/page";
import pointing from "~/components/pointing.ts?worker&url";
import { questions } from "~/models/attempt.server";
import { layoutOf, pagesOf } from "~/models/layout";
import { trialShown } from "~/models/trial.server";
import figure from "~/styles/figure.css?url";
import item from "~/styles/item.css?url";
import { BeforeHandingIn, summaryTitle } from "./before-handing-in";
import { stationsOf } from "./stations-of";

// The figures' too: while the line is down the script shows the questions in this page.
export const links = () => [figure, item].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: summaryTitle(data?.title ?? "quiz") },
  { name: "description", content: "Which questions of this quiz you have answered, before you hand it in." },
];

export async function loader(args: LoaderFunctionArgs) {
  const attempt = await myAttempt(args);
  if (attempt.state !== "in_progress") throw redirect(`/attempts/${attempt.id}/review`);
  const pages = pagesOf(await questions(attempt), layoutOf(attempt.layout));
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
  return (
    <Page
      visitor={attempt.visitor}
      className="quiz"
      at="/teach"
      instead={attempt.trial ? undefined : <Leaving attempt={attempt} />}
      above={<AttemptBar attempt={attempt} />}
    >
      <BeforeHandingIn {...attempt} />
      <script type="module" src={autosave} />
      <script type="module" src={pointing} />
    </Page>
  );
}
