import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { myAttempt } from "~/access/attempts.server";
import autosave from "~/autosave/autosave.ts?worker&url";
import { AttemptBar, Leaving } from "~/components/attempt-bar";
import { Page } from "~/components/page";
import pointing from "~/components/pointing.ts?worker&url";
import { questions } from "~/models/attempt.server";
import { layoutOf, pagesOf } from "~/models/layout";
import { pageShown } from "~/models/page.server";
import { checked } from "~/models/review.server";
import { trialShown } from "~/models/trial.server";
import figure from "~/styles/figure.css?url";
import item from "~/styles/item.css?url";
import { pageAmong, QuestionsPage, titleOf } from "./questions-page";
import { stationsOf } from "./stations-of";

export const links = () => [figure, item].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? titleOf(data) : "Keyhole" },
  { name: "description", content: "Your answers to this quiz. What you choose or write is saved as you go." },
];

export async function loader(args: LoaderFunctionArgs) {
  const attempt = await myAttempt(args);
  if (attempt.state !== "in_progress") throw redirect(`/attempts/${attempt.id}/review`);
  const pages = pagesOf(await questions(attempt), layoutOf(attempt.layout));
  const asked = new URL(args.request.url).searchParams;
  const one = pageAmong(pages, attempt, pageShown(pages, attempt, Number(asked.get("page") ?? 1)));
  const checks = await checked(
    attempt,
    one.shown.map(({ slot }) => slot),
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
    ...{ visitor, id, title, className, studentName, deadline, zone, noTimer, ...one },
    trial: trialShown(attempt),
    passed: asked.has("passed"),
    blank: Number(asked.get("blank")),
    stations: stationsOf(pages, attempt),
    ...{ checks, tries, asksConfidence },
  };
}

export default function Attempt() {
  const attempt = useLoaderData<typeof loader>();
  return (
    <Page
      visitor={attempt.visitor}
      className="quiz"
      at="/teach"
      instead={attempt.trial ? undefined : <Leaving attempt={attempt} />}
      above={<AttemptBar attempt={attempt} />}
    >
      <QuestionsPage {...attempt} />
      <script type="module" src={autosave} />
      <script type="module" src={pointing} />
    </Page>
  );
}
