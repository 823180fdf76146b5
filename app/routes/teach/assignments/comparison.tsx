import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seenAssignment } from "~/access/classes.server";
import { isId } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { Select } from "~/components/select";
import { Histogram } from "~/figures/plots/histogram";
import { looked } from "~/models/audit.server";
import { comparable, comparison, type Side } from "~/models/comparison.server";
import { groupNames } from "~/models/group.server";
import plot from "~/styles/plot.css?url";
import teach from "~/styles/teach.css?url";
import { many, percent } from "~/text";
import { ComparedTable } from "./compared-table";
import { hundredths } from "./figure-words";
import { ReportHead } from "./report-head";
import { reportOf } from "./report-of";
import { selectionOf } from "./selection.server";
import { SelectionFields } from "./selection-form";

export const links = () => [teach, plot].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.of.className}: ${data?.of.title}, compared · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const assignment = await seenAssignment(args);
  await looked(assignment, "questions");
  const { id, title, classId, className, viewer: visitor } = assignment;
  const others = await comparable(assignment);
  const wanted = new URL(args.request.url).searchParams.get("with") ?? others[0]?.id ?? id;
  const other =
    isId(wanted) && wanted !== id ? await seenAssignment({ ...args, params: { assignment: wanted } }) : assignment;
  const [one, two] = [selectionOf(args.request, assignment), selectionOf(args.request, other, "2")];
  return {
    visitor,
    of: reportOf(assignment),
    others: others.map((each) => ({ id: each.id, name: `${each.className}: ${each.title}, ${each.given}` })),
    sides: [
      { name: `${className}: ${title}`, selection: one, groups: await groupNames({ id: classId }) },
      { name: `${other.className}: ${other.title}`, selection: two, groups: await groupNames({ id: other.classId }) },
    ] as const,
    withId: other.id,
    same: other.id === id && one.which === two.which && one.group === two.group,
    report: await comparison({ assignment, selection: one }, { assignment: other, selection: two }),
  };
}

export default function Comparison() {
  const { visitor, of, others, sides, withId, same, report } = useLoaderData<typeof loader>();
  const [first, second] = sides;
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <ReportHead of={of} heading="Side by side" at="/comparison" />
      <form method="get" className="stack">
        <fieldset className="chosen">
          <legend>First: {first.name}</legend>
          <SelectionFields selection={first.selection} groups={first.groups} />
        </fieldset>
        <fieldset className="chosen">
          <legend>Second</legend>
          <Select
            name="with"
            label="Work"
            options={[[of.id, "This one"], ...others.map(({ id, name }): [string, string] => [id, name])]}
            value={withId}
          />
          <SelectionFields selection={second.selection} groups={second.groups} suffix="2" />
        </fieldset>
        <button className="btn" type="submit">
          Compare
        </button>
      </form>
      <p className="read">
        {same
          ? "Both sides are the same attempts. Choose others for the second."
          : apart(report.one, report.other, report.difference)}
      </p>
      <div className="two">
        <Scores id="first" heading={`First: ${first.name}`} side={report.one} />
        <Scores id="second" heading={`Second: ${second.name}`} side={report.other} />
      </div>
      <section className="stack" aria-labelledby="each">
        <h2 id="each">Question by question</h2>
        <ComparedTable questions={report.questions} />
      </section>
    </Page>
  );
}

function Scores({ id, heading, side }: { id: string; heading: string; side: Side }) {
  const inPercent = (value: number | null) => (value === null ? null : value * 100);
  return (
    <section className="stack" aria-labelledby={`${id}-scores`}>
      <h2 id={`${id}-scores`} className="minor">
        {heading}
      </h2>
      {side.mean === null ? (
        <p>Nothing complete is handed in.</p>
      ) : (
        <>
          <p>
            Mean {percent(side.mean)} of the points, {many(side.shares.length, "attempt")}.
            {side.few ? " Too few answers to build on." : ""}
          </p>
          <Histogram
            id={id}
            scores={side.shares.map((share) => share * 100)}
            most={100}
            mean={inPercent(side.mean)}
            deviation={inPercent(side.deviation)}
            unit="percent"
            who="attempt"
          />
        </>
      )}
    </section>
  );
}

function apart(one: Side, other: Side, difference: { from: number; to: number } | null): string {
  if (one.mean === null || other.mean === null || !difference)
    return "Both sides need two complete scores before a difference says anything.";
  const value = one.mean - other.mean;
  const range = `${hundredths(difference.from)} to ${hundredths(difference.to)} percentage points`;
  return difference.from <= 0 && difference.to >= 0
    ? `The means differ by ${hundredths(Math.abs(value))} percentage points. That may be chance: ${range} would fit these numbers.`
    : `The first is ${hundredths(Math.abs(value))} percentage points ${value > 0 ? "higher" : "lower"}: ${range} would fit these numbers.`;
}
