import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { myAttempt } from "~/access/attempts.server";
import { AttemptBar } from "~/components/attempt-bar";
import { Page } from "~/components/page";
import { Stations } from "~/components/stations";
import { TrialBanner } from "~/components/trial-banner";
import { questions } from "~/models/attempt.server";
import { layoutOf, pagesOf } from "~/models/layout";
import { trialShown } from "~/models/trial.server";
import item from "~/styles/item.css?url";
import { many } from "~/text";
import { Passed } from "./page-turns";
import { stationsOf } from "./stations-of";

export const links = () => [{ rel: "stylesheet", href: item }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Check before handing in: ${data?.title ?? "quiz"} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const attempt = await myAttempt(args);
  if (attempt.state !== "in_progress") throw redirect(`/attempts/${attempt.id}/review`);
  const pages = pagesOf(await questions(attempt), layoutOf(attempt.layout));
  const { viewer: visitor, id, title, deadline, zone } = attempt;
  const passed = new URL(args.request.url).searchParams.has("passed");
  const trial = trialShown(attempt);
  return { visitor, id, title, deadline, zone, passed, trial, stations: stationsOf(pages, attempt) };
}

export default function Summary() {
  const { visitor, id, title, deadline, zone, passed, trial, stations } = useLoaderData<typeof loader>();
  const open = stations.filter((one) => !one.answered && one.reach === "open");
  const left = stations.filter((one) => !one.answered && one.reach === "left");
  const ahead = stations.filter((one) => one.reach === "ahead");
  const flagged = stations.filter((one) => one.flagged);
  const back = open[0] ?? stations.find((one) => one.reach === "open");
  return (
    <Page
      visitor={visitor}
      className="quiz"
      instead={<a href="/me">Leave, keep answers</a>}
      above={<AttemptBar title={title} deadline={deadline} zone={zone} />}
    >
      <TrialBanner trial={trial} />
      <div className="stack">
        <h1>Check before handing in</h1>
        <Stations stations={stations} attempt={id} current={[]} />
        {passed ? <Passed /> : null}
        <p className="read">
          {open.length + left.length + ahead.length === 0
            ? "Every question has an answer."
            : open.length > 0
              ? `${many(open.length, "question has", "questions have")} no answer yet: ${numbers(open)}. No answer earns no points.`
              : ""}
          {left.length > 0
            ? ` ${many(left.length, "question was", "questions were")} left without an answer: ${numbers(left)}. That cannot be changed any more.`
            : ""}
          {ahead.length > 0
            ? ` ${many(ahead.length, "question has", "questions have")} not been shown to you yet: ${numbers(ahead)}. If you hand in now, they count as not answered.`
            : ""}
          {flagged.length > 0 ? ` You wanted to come back to ${numbers(flagged)}.` : ""}
        </p>
        <p className="read">After handing in, your answers cannot be changed.</p>
        <form method="post" action={`/attempts/${id}/submission`} className="btns">
          <button type="submit" className="btn go">
            Hand in
          </button>
          <a className="btn" href={`/attempts/${id}?page=${back?.page ?? 1}`}>
            Back to the questions
          </a>
        </form>
      </div>
    </Page>
  );
}

const numbers = (stations: { place: number }[]) => stations.map((one) => one.place).join(", ");
