import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seenAssignment } from "~/access/classes.server";
import { Mark } from "~/components/mark";
import { Page } from "~/components/page";
import script from "~/live/live.ts?worker&url";
import { live } from "~/models/live.server";
import liveStyles from "~/styles/live.css?url";
import teach from "~/styles/teach.css?url";
import { timeOfDay } from "~/text";
import { dates, phaseWords } from "../assignments/phase-words";
import { LiveBoard } from "./live-board";
import { popovertarget, StopAll } from "./stop-all";

export const links = () => [teach, liveStyles].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.className} live: ${data?.title} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const assignment = await seenAssignment(args);
  const { id, title, classId, className, zone, phase, observer, removedAt, viewer: visitor } = assignment;
  return {
    ...{ visitor, title, className },
    removed: removedAt !== null,
    projects: assignment.quiz !== null,
    about: { assignment: id, classId, zone, observer },
    state: [phaseWords[phase], ...dates(assignment, zone)],
    live: await live(assignment),
    now: timeOfDay(new Date(), zone),
  };
}

export default function LivePage() {
  const { visitor, title, className, removed, projects, about, state, live, now } = useLoaderData<typeof loader>();
  const { assignment, classId, observer } = about;
  const under = live.counts.stuck + live.counts.away + live.counts.working;
  const mayStop = !observer && (live.phase === "open" || live.phase === "overdue");
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <noscript>
        <meta httpEquiv="refresh" content="10" />
      </noscript>
      <header>
        <p className="eyebrow">
          <a href={`/teach/classes/${classId}`}>{className}</a> ·{" "}
          <a href={`/teach/assignments/${assignment}`}>{title}</a> · {state.join(" · ")}
        </p>
        <h1>Who is where</h1>
        <p className="says soft" id="as-of">
          <Mark name="at-school" />
          <span>As of {now}</span>
        </p>
        <p className="vh" role="status" id="line-said" />
      </header>
      {removed ? <p className="said is-waiting">You removed this assignment. Students do not see it.</p> : null}
      <div className="desk" data-live={`/teach/assignments/${assignment}/live/rows`}>
        <LiveBoard live={live} about={about} />
      </div>
      <div className="btns">
        {mayStop ? (
          <button className="btn" type="button" {...popovertarget}>
            Stop all
          </button>
        ) : null}
        {projects ? (
          <a className="btn" href={`/teach/assignments/${assignment}/projector`}>
            Projector, without names
          </a>
        ) : null}
        <a className="btn plain" href={`/teach/assignments/${assignment}`}>
          Results
        </a>
      </div>
      {mayStop ? <StopAll assignment={assignment} className={className} under={under} /> : null}
      <script type="module" src={script} />
    </Page>
  );
}
