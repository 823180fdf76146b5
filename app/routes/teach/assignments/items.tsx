import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seenAssignment } from "~/access/classes.server";
import { Page } from "~/components/page";
import { looked } from "~/models/audit.server";
import { groupNames } from "~/models/group.server";
import { itemAnalysis } from "~/models/item-analysis.server";
import bank from "~/styles/bank.css?url";
import plot from "~/styles/plot.css?url";
import teach from "~/styles/teach.css?url";
import { ItemsTable } from "./items-table";
import { OpenItem } from "./open-item";
import { ReportHead } from "./report-head";
import { reportOf } from "./report-of";
import { selectionOf } from "./selection.server";
import { SelectionForm } from "./selection-form";
import { TestFigures } from "./test-figures";

export const links = () => [teach, bank, plot].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.of.className}: ${data?.of.title}, item analysis · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const assignment = await seenAssignment(args);
  await looked(assignment, "questions");
  const { classId, observer, viewer: visitor } = assignment;
  const search = new URL(args.request.url).searchParams;
  const selection = selectionOf(args.request, assignment);
  return {
    ...{ visitor, observer, selection },
    of: reportOf(assignment),
    groups: await groupNames({ id: classId }),
    report: await itemAnalysis(assignment, selection, { item: search.get("item"), names: search.get("names") === "1" }),
  };
}

export default function Items() {
  const { visitor, observer, of, selection, groups, report } = useLoaderData<typeof loader>();
  const { test, most, items, open } = report;
  const opened = items.find(({ item }) => item === open?.item);
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <ReportHead of={of} heading="What the questions did" at="/items" />
      <SelectionForm selection={selection} groups={groups} />
      {items.length === 0 ? (
        <p className="read">Nothing is handed in yet that could be looked at.</p>
      ) : (
        <>
          <section className="stack" aria-labelledby="test">
            <h2 id="test">The quiz as a whole</h2>
            <TestFigures test={test} most={most} />
          </section>
          {opened ? (
            <OpenItem item={opened} open={open} assignment={of.id} selection={selection} mayFix={!observer} />
          ) : null}
          <section className="stack" aria-labelledby="each">
            <h2 id="each">Question by question</h2>
            <ItemsTable items={items} selection={selection} />
          </section>
        </>
      )}
    </Page>
  );
}
