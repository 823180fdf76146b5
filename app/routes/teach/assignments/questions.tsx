import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seenAssignment } from "~/access/classes.server";
import { Page } from "~/components/page";
import { SurenessGrid } from "~/figures/plots/sureness";
import { looked } from "~/models/audit.server";
import { groupNames } from "~/models/group.server";
import { questionsReport } from "~/models/question-report.server";
import plot from "~/styles/plot.css?url";
import teach from "~/styles/teach.css?url";
import { AnsweredQuestion } from "./answered-question";
import { ReportHead } from "./report-head";
import { reportOf } from "./report-of";
import { selectionOf } from "./selection.server";
import { SelectionForm } from "./selection-form";

export const links = () => [teach, plot].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.of.className}: ${data?.of.title}, questions · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const assignment = await seenAssignment(args);
  await looked(assignment, "questions");
  const { classId, observer, viewer: visitor } = assignment;
  const search = new URL(args.request.url).searchParams;
  const selection = selectionOf(args.request, assignment);
  const named = search.get("names") === "1" ? search.get("item") : null;
  return {
    ...{ visitor, observer, selection, named },
    of: reportOf(assignment),
    groups: await groupNames({ id: classId }),
    report: await questionsReport(assignment, selection, named),
  };
}

export default function Questions() {
  const { visitor, observer, selection, named, of, groups, report } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <ReportHead of={of} heading="What they answered" at="/questions" />
      <SelectionForm selection={selection} groups={groups} />
      {report.questions.length === 0 ? (
        <p className="read">Nothing is handed in yet that could be looked at.</p>
      ) : (
        <>
          {report.sureness.length > 0 ? (
            <section className="stack" aria-labelledby="sure">
              <h2 id="sure">How sure, and whether right</h2>
              <SurenessGrid id="sureness" sureness={report.sureness} />
            </section>
          ) : null}
          <section className="stack" aria-labelledby="hardest">
            <h2 id="hardest">Hardest first</h2>
            <p className="small soft">
              The number is the mean share of the points. The time is the median from one change of an answer to the
              next; steps over ten minutes count as ten.
            </p>
            <ol className="rank">
              {report.questions.map((question) => (
                <AnsweredQuestion
                  key={question.item}
                  question={question}
                  {...{ assignment: of.id, selection, named: named === question.item, mayFix: !observer }}
                />
              ))}
            </ol>
          </section>
        </>
      )}
    </Page>
  );
}
