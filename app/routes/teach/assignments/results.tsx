import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seenAssignment } from "~/access/classes.server";
import { Page } from "~/components/page";
import { looked } from "~/models/audit.server";
import { type KeyElsewhere, keysElsewhere } from "~/models/held-back.server";
import { listLessons } from "~/models/lesson.server";
import { readersOf } from "~/models/reading-cell.server";
import { type Results, results } from "~/models/results.server";
import giving from "~/styles/giving.css?url";
import grid from "~/styles/grid.css?url";
import plot from "~/styles/plot.css?url";
import teach from "~/styles/teach.css?url";
import { percent, score } from "~/text";
import { askedPage } from "../asked-page.server";
import { ArchivedNote } from "../classes/archived-note";
import { ListPages } from "../items/list-pages";
import { ClassGrid } from "./class-grid";
import { Controls } from "./controls";
import { HowItIsGiven } from "./how-given";
import { howGiven } from "./how-given.server";
import { dates, phaseWords } from "./phase-words";
import { Readers } from "./readers";
import { ReportHead } from "./report-head";
import { type ReportOf, reportOf } from "./report-of";
import { Scores } from "./scores";

export const links = () => [teach, giving, grid, plot].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.of.className}: ${data?.of.title}, results${pageWords(data?.report)} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const assignment = await seenAssignment(args);
  await looked(assignment, "results");
  const { id, zone, phase, removedAt, observer, archivedAt, viewer: visitor } = assignment;
  const course = assignment.lesson === null ? [] : await listLessons();
  const [report, readers, how, early] = await Promise.all([
    results(assignment, askedPage(args.request)),
    assignment.lesson === null ? null : readersOf(assignment, course),
    howGiven(assignment, course),
    keysElsewhere(assignment),
  ]);
  return {
    visitor,
    of: reportOf(assignment),
    zone,
    ...{ observer, archivedAt },
    removed: removedAt !== null,
    state: [phaseWords[phase], ...dates(assignment, zone)],
    controls: assignment.observer || removedAt ? null : { id, phase, stopped: assignment.stoppedAt !== null },
    ...{ how, early, report, readers },
  };
}

export default function AssignmentResults() {
  const { visitor, of, observer, zone, removed, archivedAt, state, early, report, readers, ...more } =
    useLoaderData<typeof loader>();
  const { id, classId, quiz } = of;
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <ReportHead of={of} heading="Where the class is" at="" said={state} />
      <ArchivedNote at={archivedAt} zone={zone} />
      {removed && !observer ? (
        <form method="post" action={`/teach/assignments/${id}/return`} className="said is-waiting notice">
          <p>You removed this. Students do not see it, and it is in no report.</p>
          <button className="btn" type="submit">
            Bring it back
          </button>
        </form>
      ) : null}
      {more.controls ? <Controls {...more.controls} /> : null}
      <HowItIsGiven {...more.how} />
      {early.map((one) => (
        <p className="said is-waiting" key={`${one.test} ${one.shownBy} ${one.where}`}>
          <span>{earlyWords(one)}</span>
        </p>
      ))}
      {quiz === null ? null : <Facts id={id} report={report} observer={observer} />}
      {readers ? <Readers readers={readers} zone={zone} alone={quiz === null} /> : null}
      {quiz === null ? null : (
        <>
          <Scores id={id} report={report} />
          <section aria-labelledby="every" className="stack">
            <h2 id="every">Every answer</h2>
            {report.students === 0 ? (
              <p className="read">
                No student is in this class yet.{" "}
                {observer ? null : <a href={`/teach/classes/${classId}`}>Show them the code</a>}
              </p>
            ) : (
              <Grids of={of} report={report} zone={zone} />
            )}
          </section>
        </>
      )}
      {observer ? null : <Changes id={id} quiz={quiz} removed={removed} />}
    </Page>
  );
}

/** In the title, so that it is read first after a turn. */
const pageWords = (report: Results | undefined) =>
  report && report.page > 1 ? `, page ${report.page} of ${report.pages}` : "";

/** The grid, of a year group a page of it between the ways to the others. */
function Grids({ of, report, zone }: { of: ReportOf; report: Results; zone: string }) {
  const { page, pages, before, rows, students } = report;
  const grid = <ClassGrid report={report} zone={zone} assignment={of.id} observer={of.observer} />;
  if (pages === 1) return grid;
  const turns = <ListPages at={`/teach/assignments/${of.id}`} page={page} pages={pages} search="" part="every" />;
  return (
    <>
      <p className="read">
        Students {before + 1} to {before + rows.length} of {students}. All figures are of everybody; everybody’s answers
        are in <a href={`/teach/classes/${of.classId}/responses.csv`}>the CSV file of the class</a>.
      </p>
      {turns}
      {grid}
      {turns}
    </>
  );
}

/** What its teacher does with an assignment. */
function Changes({ id, quiz, removed }: { id: string; quiz: string | null; removed: boolean }) {
  return (
    <div className="btns">
      <a className="btn" href={`/teach/assignments/${id}/edit`}>
        Change dates and rules
      </a>
      {quiz === null ? null : (
        <a className="btn" href={`/teach/assignments/${id}/trial`}>
          Try it as a student
        </a>
      )}
      <a className="btn" href={`/teach/assignments/${id}/copy`}>
        Copy to a class
      </a>
      {removed ? null : (
        <form method="post" action={`/teach/assignments/${id}/removal`}>
          <button className="btn" type="submit">
            Remove from the class
          </button>
        </form>
      )}
    </div>
  );
}

function Facts({ id, report, observer }: { id: string; report: Results; observer: boolean }) {
  const { handedIn, students, mean, max, toMark, away } = report;
  const inPoints = (share: number) => (max === null ? percent(share) : score(share * max));
  return (
    <dl className="facts">
      <div>
        <dt>handed in</dt>
        <dd>
          {handedIn} <small>of {students}</small>
        </dd>
      </div>
      <div>
        <dt>
          {mean === null
            ? "mean of complete scores"
            : `mean of ${mean.n} complete${mean.spread === null ? "" : `, with spread ±${inPoints(mean.spread)}`}`}
        </dt>
        <dd>
          {mean === null ? "–" : inPoints(mean.share)}{" "}
          <small>{mean === null ? "none is complete" : max === null ? "" : `of ${score(max)}`}</small>
        </dd>
      </div>
      <div>
        <dt>answers to mark by hand</dt>
        <dd>
          {toMark}{" "}
          {toMark > 0 && !observer ? (
            <small>
              <a href={`/teach/assignments/${id}/marking`}>mark now</a>
            </small>
          ) : null}
        </dd>
      </div>
      <div>
        <dt>absent or not started</dt>
        <dd>{away}</dd>
      </div>
    </dl>
  );
}

/** Where a question of a test shows its key too early, in words. */
function earlyWords({ test, shownBy, where }: KeyElsewhere): string {
  if (where === "lesson")
    return `“${test}” asks a question that is a check in a lesson: there everybody may try it, and is shown the right answer.`;
  return where === "practice"
    ? `“${test}” asks questions of “${shownBy}”, which everybody may practise without signing in: there the right answers are shown.`
    : `“${shownBy}” shows right answers to questions that “${test}” asks too, while “${test}” is not over.`;
}
