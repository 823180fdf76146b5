import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { myAttempt } from "~/access/attempts.server";
import { AttemptBar } from "~/components/attempt-bar";
import { Page } from "~/components/page";
import { Stations } from "~/components/stations";
import { pageOf, questions } from "~/models/attempt.server";
import item from "~/styles/item.css?url";
import { many } from "~/text";

export const links = () => [{ rel: "stylesheet", href: item }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Check before handing in: ${data?.title ?? "quiz"} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const attempt = await myAttempt(args);
  if (attempt.state !== "in_progress") throw redirect(`/attempts/${attempt.id}/review`);
  const stations = (await questions(attempt)).map(({ slot, response, flagged }) => ({
    slot,
    answered: response !== null,
    flagged,
    page: pageOf(slot),
  }));
  const { viewer: visitor, id, title, deadline, zone } = attempt;
  return { visitor, id, title, deadline, zone, stations };
}

export default function Summary() {
  const { visitor, id, title, deadline, zone, stations } = useLoaderData<typeof loader>();
  const open = stations.filter((one) => !one.answered);
  const flagged = stations.filter((one) => one.flagged);
  return (
    <Page
      visitor={visitor}
      className="quiz"
      instead={<a href="/me">Leave, keep answers</a>}
      above={<AttemptBar title={title} deadline={deadline} zone={zone} />}
    >
      <div className="stack">
        <h1>Check before handing in</h1>
        <Stations stations={stations} attempt={id} current={[]} />
        <p className="read">
          {open.length === 0
            ? "Every question has an answer."
            : `${many(open.length, "question has", "questions have")} no answer yet: ${open.map((one) => one.slot).join(", ")}. No answer earns no points.`}
          {flagged.length > 0 ? ` You wanted to come back to ${flagged.map((one) => one.slot).join(", ")}.` : ""}
        </p>
        <p className="read">After handing in, your answers cannot be changed.</p>
        <form method="post" action={`/attempts/${id}/submission`} className="btns">
          <button type="submit" className="btn go">
            Hand in
          </button>
          <a className="btn" href={`/attempts/${id}?page=${open[0]?.page ?? 1}`}>
            Back to the questions
          </a>
        </form>
      </div>
    </Page>
  );
}
