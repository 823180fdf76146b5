import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seenAssignment } from "~/access/classes.server";
import { Mark } from "~/components/mark";
import { Page } from "~/components/page";
import { Prose } from "~/components/prose";
import script from "~/live/live.ts?worker&url";
import { type Look, type Projected, projected } from "~/models/projected.server";
import liveStyles from "~/styles/live.css?url";
import { timeOfDay } from "~/text";
import { lookOf } from "./look.server";
import { Wall } from "./wall";

export const links = () => [{ rel: "stylesheet", href: liveStyles }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? ""}, on the wall · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const assignment = await seenAssignment(args);
  const { id, title, className, observer, zone } = assignment;
  const look = lookOf(args.request);
  return {
    ...{ id, title, className, observer, look },
    now: await projected(assignment, look),
    asOf: timeOfDay(new Date(), zone),
    again: new URL(args.request.url).searchParams.has("open"),
  };
}

export default function Projector() {
  const { id, title, className, observer, look, now, asOf, again } = useLoaderData<typeof loader>();
  const at = `/teach/assignments/${id}/projector`;
  return (
    <Page
      visitor={null}
      className="projector stack"
      instead={
        <p className="small">
          <a href={`/teach/assignments/${id}/live`}>Back to the live view</a>
        </p>
      }
    >
      <noscript>
        <meta httpEquiv="refresh" content="10" />
      </noscript>
      <p className="eyebrow">
        {className} · {title}
      </p>
      {again ? <p className="said is-waiting">A vote on another question was open. Close that one first.</p> : null}
      {now ? (
        <>
          <Turns now={now} at={at} look={look} />
          <h1 className="vh">Question {now.slot}</h1>
          <Prose className="ask" text={now.stem} />
          <div data-live={`${at}/now${query(look, now.number)}`}>
            <Wall now={now} look={look} />
          </div>
          <Steps now={now} at={at} look={look} id={id} observer={observer} />
        </>
      ) : (
        <p className="read">
          There is no question to show yet. Questions that are drawn stand here as soon as somebody starts.
        </p>
      )}
      <p className="says soft small" id="as-of">
        <Mark name="at-school" />
        <span>As of {asOf}</span>
      </p>
      <p className="vh" role="status" id="line-said" />
      <script type="module" src={script} />
    </Page>
  );
}

/** The address of another look, as a query. */
function query({ running, show }: Look, question: number): string {
  return `?question=${question}${running ? "&running=1" : ""}${show ? "&show=1" : ""}`;
}

/** From one question to the next, by link or by the arrow keys. */
function Turns({ now: { number, of, slot }, at, look }: { now: Projected; at: string; look: Look }) {
  const to = (question: number) => `${at}${query({ ...look, show: false }, question)}`;
  return (
    <nav aria-label="Questions" className="turns">
      {number > 1 ? (
        <a rel="prev" className="btn" href={to(number - 1)}>
          ← Before
        </a>
      ) : null}
      <b>
        Question {slot}{" "}
        <span className="soft">
          · {number} of {of}
        </span>
      </b>
      {number < of ? (
        <a rel="next" className="btn" href={to(number + 1)}>
          Next →
        </a>
      ) : null}
    </nav>
  );
}

/** What the teacher does next. */
function Steps({
  now,
  at,
  look,
  id,
  observer,
}: {
  now: Projected;
  at: string;
  look: Look;
  id: string;
  observer: boolean;
}) {
  const { rounds, number, version, votable, votingElsewhere, answer } = now;
  const open = rounds.some((round) => round.open);
  const to = (change: Partial<Look>) => `${at}${query({ ...look, ...change }, number)}`;
  return (
    <div className="btns">
      {observer || !votable || votingElsewhere ? null : (
        <form method="post" action={open ? `/teach/assignments/${id}/votes/closure` : `/teach/assignments/${id}/votes`}>
          <input type="hidden" name="question" value={number} />
          <input type="hidden" name="version" value={version} />
          <button className="btn go" type="submit">
            {open ? "Close the vote" : rounds.length > 0 ? "Vote again" : "Ask the class now"}
          </button>
        </form>
      )}
      {votingElsewhere && !observer ? (
        <form method="post" action={`/teach/assignments/${id}/votes/closure`}>
          <input type="hidden" name="question" value={number} />
          <button className="btn" type="submit">
            Close the vote on another question
          </button>
        </form>
      ) : null}
      <a className="btn" href={to({ show: !look.show })}>
        {answer || look.show ? "Hide the answer" : "Show the answer"}
      </a>
      {rounds.length > 0 ? null : (
        <a className="btn plain" href={to({ running: !look.running })}>
          {look.running ? "Only what is handed in" : "Count attempts under way too"}
        </a>
      )}
    </div>
  );
}
