import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { taughtAttempt } from "~/access/attempts.server";
import { notFound } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { findSheet, mark } from "~/models/marking.server";
import item from "~/styles/item.css?url";
import teach from "~/styles/teach.css?url";
import { score } from "~/text";
import { parseForm, refuse } from "../account/parse-form.server";
import { MarkSheet } from "./mark-sheet";
import { PointsGiven } from "./points-given";
import { slotParam } from "./slot-param.server";

export const links = () => [item, teach].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Mark question ${data?.sheet.slot ?? ""}: ${data?.title} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const attempt = await taughtAttempt(args);
  const sheet = await findSheet(attempt, slotParam(args));
  if (!sheet) throw notFound();
  const names = new URL(args.request.url).searchParams.has("names");
  return {
    visitor: attempt.viewer,
    title: attempt.title,
    className: attempt.className,
    zone: attempt.zone,
    names,
    sheet,
  };
}

/** Gives a mark, or changes one, and goes on to the next answer that waits. */
export async function action(args: ActionFunctionArgs) {
  const attempt = await taughtAttempt(args);
  const sheet = await findSheet(attempt, slotParam(args));
  if (!sheet) throw notFound();
  const { value, typed, errors } = await parseForm(args.request, Mark);
  if (!value) return refuse(typed, errors);
  const outcome = await mark(attempt, sheet.slot, { score: value.score, comment: value.comment ?? "" });
  if (outcome === "not to mark") throw notFound();
  if (outcome === "out of range") return refuse(typed, { score: [`Give 0 to ${score(sheet.points)} points.`] });
  return redirect(`/teach/assignments/${sheet.assignmentId}/marking${new URL(args.request.url).search}`);
}

const Mark = z.object({
  score: PointsGiven,
  comment: z.string().trim().max(2000, "Use at most 2000 characters.").optional(),
});

export default function MarkOne() {
  const { visitor, title, className, zone, names, sheet } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <header>
        <p className="eyebrow">
          <a href={`/teach/assignments/${sheet.assignmentId}/marking`}>
            {className} · {title}: marking
          </a>
        </p>
        <h1>Question {sheet.slot}</h1>
      </header>
      <MarkSheet sheet={sheet} zone={zone} names={names} reply={reply} />
    </Page>
  );
}
