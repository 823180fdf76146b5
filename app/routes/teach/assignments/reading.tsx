import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seenAssignment } from "~/access/classes.server";
import { Page } from "~/components/page";
import { plain } from "~/components/prose";
import { Table } from "~/components/table";
import { Bar } from "~/figures/plots/strip";
import { looked } from "~/models/audit.server";
import { type LessonReport, lessonReport, type SectionReport } from "~/models/lesson-report.server";
import plot from "~/styles/plot.css?url";
import teach from "~/styles/teach.css?url";
import { many, score } from "~/text";
import { reflectionsOf } from "./reflections.server";
import { ReportHead } from "./report-head";
import { reportOf } from "./report-of";
import { SharedReflections } from "./shared-reflections";

export const links = () => [teach, plot].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.of.className}: ${data?.of.title}, the lesson · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const assignment = await seenAssignment(args);
  await looked(assignment, "reading");
  const [report, reflections] = await Promise.all([lessonReport(assignment), reflectionsOf(assignment)]);
  return { visitor: assignment.viewer, of: reportOf(assignment), report, reflections, zone: assignment.zone };
}

export default function Reading() {
  const { visitor, of, report, reflections, zone } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <ReportHead of={of} heading="How far they read" at="/reading" />
      {report ? <Sections report={report} /> : <p className="read">No lesson was given with this, only a quiz.</p>}
      {report ? <SharedReflections asked={reflections} zone={zone} /> : null}
    </Page>
  );
}

function Sections({ report: { title, lesson, students, sections } }: { report: LessonReport }) {
  return (
    <section className="stack" aria-labelledby="sections">
      <h2 id="sections">{title}</h2>
      {students === 0 ? (
        <p className="read">Nobody has been given this lesson yet.</p>
      ) : (
        <Table caption="Section by section" heads={["Section", "Opened", "Finished", "Minutes", "Checks not right"]}>
          {sections.map((section) => (
            <Row key={section.slug} lesson={lesson} section={section} of={students} />
          ))}
        </Table>
      )}
      <p className="small soft">
        Finished is who went on to the next section. Minutes are the median from opening to going on; who took more than
        two hours went away in between and is left out. Of checks the first answer counts, that is what reading left
        open.
      </p>
    </section>
  );
}

function Row({ lesson, section, of }: { lesson: string; section: SectionReport; of: number }) {
  const { slug, heading, opened, finished, minutes, checks } = section;
  return (
    <tr>
      <th scope="row" className="asked">
        <a href={`/lessons/${lesson}/${slug}`}>{heading}</a>
      </th>
      <td>
        <Bar share={opened / of} />
        {opened} of {of}
      </td>
      <td>
        <Bar share={finished / of} />
        {finished} of {of}
      </td>
      <td className="num">{minutes === null ? "–" : minutes < 1 ? "under 1" : score(Math.round(minutes))}</td>
      <td>
        {checks.length === 0 ? "no checks" : null}
        {checks.map(({ item, stem, answered, wrong }) => (
          <span className="line" key={item}>
            {answered === 0 ? "not answered yet" : `${wrong} of ${many(answered, "first answer")}`}
            <span className="small soft"> {plain(stem)}</span>
          </span>
        ))}
      </td>
    </tr>
  );
}
