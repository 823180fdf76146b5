import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { myAttempt } from "~/access/attempts.server";
import autosave from "~/autosave/autosave.ts?worker&url";
import { AttemptBar } from "~/components/attempt-bar";
import { Page } from "~/components/page";
import { Stations } from "~/components/stations";
import { pageOf, questions } from "~/models/attempt.server";
import figure from "~/styles/figure.css?url";
import item from "~/styles/item.css?url";
import { beforeHandingIn } from "~/text";

// The figures' too: while the line is down the script shows the questions in this page.
export const links = () => [figure, item].map((href) => ({ rel: "stylesheet", href }));
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
  const { viewer: visitor, id, title, deadline, zone, noTimer } = attempt;
  return { visitor, id, title, deadline, zone, noTimer, stations };
}

export default function Summary() {
  const attempt = useLoaderData<typeof loader>();
  const { visitor, id, stations } = attempt;
  const open = stations.filter((one) => !one.answered);
  const flagged = stations.filter((one) => one.flagged);
  const slots = (some: typeof stations) => some.map(({ slot }) => slot);
  return (
    <Page
      visitor={visitor}
      className="quiz"
      instead={<a href="/me">Leave, keep answers</a>}
      above={<AttemptBar attempt={attempt} pages={Math.max(...stations.map(({ page }) => page))} />}
    >
      <div className="stack">
        <h1>Check before handing in</h1>
        <Stations stations={stations} attempt={id} current={[]} />
        <p className="read" id="before-handing-in">
          {beforeHandingIn(slots(open), slots(flagged))}
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
      <script type="module" src={autosave} />
    </Page>
  );
}
