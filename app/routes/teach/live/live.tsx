import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seenAssignment } from "~/access/classes.server";
import { Mark } from "~/components/mark";
import { Page } from "~/components/page";
import script from "~/live/live.ts?worker&url";
import { looked } from "~/models/audit.server";
import { type Live, live } from "~/models/live.server";
import grid from "~/styles/grid.css?url";
import liveStyles from "~/styles/live.css?url";
import teach from "~/styles/teach.css?url";
import { timeOfDay } from "~/text";
import { askedPage } from "../asked-page.server";
import { dates, phaseWords } from "../assignments/phase-words";
import { ReportHead } from "../assignments/report-head";
import { reportOf } from "../assignments/report-of";
import { LiveBoard } from "./live-board";
import { liveAt } from "./live-words";

export const links = () => [teach, grid, liveStyles].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.of.className} live: ${data?.of.title}${pageWords(data?.live)} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const assignment = await seenAssignment(args);
  await looked(assignment, "live");
  const { id, classId, zone, phase, observer, removedAt, viewer: visitor } = assignment;
  const now = await live(assignment, askedPage(args.request));
  return {
    visitor,
    of: reportOf(assignment),
    removed: removedAt !== null,
    about: { assignment: id, classId, zone, observer, page: now.pages > 1 ? now.page : null },
    state: [phaseWords[phase], ...dates(assignment, zone)],
    live: now,
    now: timeOfDay(new Date(), zone),
  };
}

export default function LivePage() {
  const { visitor, of, removed, about, state, live, now } = useLoaderData<typeof loader>();
  const { assignment, observer, page } = about;
  const search = page === null ? "" : `?page=${page}`;
  const mayStop = !observer && (live.phase === "open" || live.phase === "overdue");
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <noscript>
        {/* Named, since an address that ends with a place in the page would only be scrolled to. */}
        <meta httpEquiv="refresh" content={`10; url=${liveAt(assignment)}${search}`} />
      </noscript>
      <ReportHead of={of} heading="Who is where" at="/live" said={state}>
        <p className="says soft" id="as-of">
          <Mark name="at-school" />
          <span>As of {now}</span>
        </p>
        <p className="vh" role="status" id="line-said" />
      </ReportHead>
      {removed ? <p className="said is-waiting">You removed this assignment. Students do not see it.</p> : null}
      <div className="desk" data-live={`${liveAt(assignment)}/rows${search}`}>
        <LiveBoard live={live} about={about} />
      </div>
      {mayStop ? (
        <p className="btns">
          <a className="btn" href={`/teach/assignments/${assignment}/stop`}>
            Stop now
          </a>
        </p>
      ) : null}
      <script type="module" src={script} />
    </Page>
  );
}

/** In the title, so that it is read first after a turn. */
const pageWords = (live: Live | undefined) => (live && live.page > 1 ? `, page ${live.page} of ${live.pages}` : "");
