import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { taughtAssignment } from "~/access/classes.server";
import { Page } from "~/components/page";
import { Prose } from "~/components/prose";
import { looked } from "~/models/audit.server";
import { type Handwritten, listHandwritten, nextSheet } from "~/models/marking.server";
import { closeAllOver } from "~/models/submission.server";
import item from "~/styles/item.css?url";
import marking from "~/styles/marking.css?url";
import teach from "~/styles/teach.css?url";
import { many, points, score } from "~/text";
import { ReportHead } from "../assignments/report-head";
import { reportOf } from "../assignments/report-of";
import { MarkSheet } from "./mark-sheet";

export const links = () => [item, teach, marking].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.of.className}: ${data?.of.title}, marking · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const assignment = await taughtAssignment(args);
  await looked(assignment, "marking");
  await closeAllOver(assignment.classId);
  const { zone, viewer: visitor } = assignment;
  const names = new URL(args.request.url).searchParams.has("names");
  return {
    visitor,
    of: reportOf(assignment),
    zone,
    names,
    sheet: (await nextSheet(assignment)) ?? null,
    answers: await listHandwritten(assignment),
  };
}

export default function Marking() {
  const { visitor, of, zone, names, sheet, answers } = useLoaderData<typeof loader>();
  const waiting = answers.filter((one) => one.score === null).length;
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <ReportHead
        of={of}
        heading={waiting > 0 ? `${many(waiting, "answer")} to mark` : "Nothing to mark"}
        at="/marking"
      />
      {sheet ? (
        <MarkSheet sheet={sheet} zone={zone} names={names} search={names ? "?names=1" : ""} />
      ) : (
        <p className="read">
          {answers.length > 0
            ? "Every written answer has its mark."
            : "No written answer has been handed in yet. What is marked automatically never comes here."}
        </p>
      )}
      {answers.length > 0 ? (
        <p>{names ? <a href="?">Hide the names</a> : <a href="?names=1">Show the names</a>}</p>
      ) : null}
      {[...new Set(answers.map((one) => one.item))].map((of) => (
        <Answers key={of} answers={answers.filter((one) => one.item === of)} names={names} />
      ))}
    </Page>
  );
}

/** All answers to one question. Their order is the same at every visit and tells nothing about who wrote them. */
function Answers({ answers, names }: { answers: Handwritten[]; names: boolean }) {
  const [{ slot, stem, points: most } = { slot: 0, stem: "", points: 0 }] = answers;
  return (
    <section className="stack" aria-labelledby={`question-${slot}`}>
      <h2 id={`question-${slot}`}>Question {slot}</h2>
      <Prose className="soft" text={stem} />
      <ol className="answers">
        {answers.map(({ attemptId, slot, student, score: given }, index) => (
          <li key={attemptId}>
            <a href={`/teach/attempts/${attemptId}/slots/${slot}/mark${names ? "?names=1" : ""}`}>
              {names ? student : `Answer ${index + 1}`}
            </a>
            <span className="soft">: {given === null ? "waits" : `${score(given)} of ${points(most)}`}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
