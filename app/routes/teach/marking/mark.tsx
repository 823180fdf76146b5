import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { taughtAttempt } from "~/access/attempts.server";
import { notFound } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { looked } from "~/models/audit.server";
import { findSheet, mark, nextOf, pointsOf } from "~/models/marking.server";
import item from "~/styles/item.css?url";
import marking from "~/styles/marking.css?url";
import teach from "~/styles/teach.css?url";
import { score } from "~/text";
import { parseFields, refuse } from "../../account/parse-form.server";
import { formBody } from "../../form-body.server";
import { MarkSheet } from "./mark-sheet";
import { PointsGiven } from "./points-given";
import { slotParam } from "./slot-param.server";

export const links = () => [item, teach, marking].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Mark question ${data?.sheet.slot ?? ""}: ${data?.title} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const attempt = await taughtAttempt(args);
  await looked(attempt, "attempt");
  const sheet = await findSheet(attempt, slotParam(args));
  if (!sheet) throw notFound();
  const { searchParams: query, search } = new URL(args.request.url);
  const names = query.has("names");
  return {
    search,
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
  const form = await formBody(args.request);
  const { value, typed, errors } = parseFields(form, Mark);
  if (!value) return refuse(typed, errors);
  const criteria = sheet.rubric.flatMap((_, index) =>
    form.getAll("criterion").includes(String(index)) ? [index] : [],
  );
  const given = value.score ?? (criteria.length > 0 ? pointsOf(sheet, criteria) : null);
  if (given === null) return refuse(typed, { score: ["Give the points, or tick what the answer has."] });
  const again = sheet.remarks.filter((remark) => form.getAll("remark").includes(remark));
  const comment = [...new Set([value.comment, ...again])].filter(Boolean).join("\n");
  if (comment.length > 2000)
    return refuse(typed, { comment: ["With the remarks that you use again these are more than 2000 characters."] });
  const outcome = await mark(attempt, sheet.slot, { score: given, comment, criteria });
  if (outcome === "not to mark") throw notFound();
  if (outcome === "out of range") return refuse(typed, { score: [`Give 0 to ${score(sheet.points)} points.`] });
  const { search, searchParams } = new URL(args.request.url);
  if (searchParams.get("by") !== "student")
    return redirect(`/teach/assignments/${sheet.assignmentId}/marking${search}`);
  const next = await nextOf(attempt, sheet.slot);
  return redirect(next ? `/teach/attempts/${attempt.id}/slots/${next}/mark${search}` : `/teach/attempts/${attempt.id}`);
}

const Mark = z.object({
  score: PointsGiven.optional(),
  comment: z.string().trim().max(2000, "Use at most 2000 characters.").optional(),
});

export default function MarkOne() {
  const { visitor, title, className, zone, names, search, sheet } = useLoaderData<typeof loader>();
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
      <MarkSheet sheet={sheet} zone={zone} names={names} search={search} reply={reply} />
    </Page>
  );
}
