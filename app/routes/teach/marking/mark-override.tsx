import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { taughtAttempt } from "~/access/attempts.server";
import { notFound } from "~/access/visitor.server";
import { Field } from "~/components/field";
import { ErrorSummary } from "~/components/form";
import { Page } from "~/components/page";
import { ReviewedQuestionView } from "~/components/reviewed-question";
import { TextArea } from "~/components/text-area";
import { looked } from "~/models/audit.server";
import { override } from "~/models/mark-override.server";
import { review } from "~/models/review.server";
import { everything } from "~/models/review-matrix";
import item from "~/styles/item.css?url";
import teach from "~/styles/teach.css?url";
import { score } from "~/text";
import { parseForm, refuse } from "../../account/parse-form.server";
import { MarkHistory } from "./mark-history";
import { PointsGiven } from "./points-given";
import { slotParam } from "./slot-param.server";

export const links = () => [item, teach].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Change a mark of ${data?.student ?? "a student"} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const attempt = await taughtAttempt(args);
  await looked(attempt, "attempt");
  const slot = slotParam(args);
  const question = attempt.submittedAt
    ? (await review(attempt, everything)).find((one) => one.slot === slot)
    : undefined;
  if (!question) throw notFound();
  if (question.byHand) throw redirect(`/teach/attempts/${attempt.id}/slots/${slot}/mark?names=1`);
  const { id, title, className, zone, studentName: student, viewer: visitor } = attempt;
  return { visitor, id, title, className, zone, student, question };
}

/** Gives an answer another mark than it earned by itself. */
export async function action(args: ActionFunctionArgs) {
  const attempt = await taughtAttempt(args);
  const slot = slotParam(args);
  const { value, typed, errors } = await parseForm(args.request, Override);
  if (!value) return refuse(typed, errors);
  const outcome = await override(attempt, slot, value);
  if (outcome === "not to override") throw notFound();
  if (outcome === "out of range")
    return refuse(typed, { score: ["That is more than the question is worth. Give fewer points."] });
  return redirect(`/teach/attempts/${attempt.id}#r${slot}`);
}

const Override = z.object({
  score: PointsGiven,
  reason: z.string("Say why.").trim().min(1, "Say why.").max(2000, "Use at most 2000 characters."),
});

export default function OverrideMark() {
  const { visitor, id, title, className, zone, student, question } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const address = `/teach/attempts/${id}/slots/${question.slot}/override`;
  return (
    <Page visitor={visitor} at="/teach" className="quiz">
      <p className="eyebrow">
        <a href={`/teach/attempts/${id}#r${question.slot}`}>
          {className} · {title}: {student}
        </a>
      </p>
      <h1>Change a mark</h1>
      <ReviewedQuestionView question={question} reader="teacher" waitingFor="a mark by hand" />
      {question.dropped ? (
        <p className="read">This question was taken out of the quiz, so there is no mark to change.</p>
      ) : (
        <form method="post" action={address}>
          <ErrorSummary reply={reply} />
          <Field
            name="score"
            label="Points"
            hint={`0 to ${score(question.points)}; halves and the like are fine, with a comma or a point.`}
            inputMode="decimal"
            autoComplete="off"
            maxLength={12}
            defaultValue={score(question.score ?? 0)}
            reply={reply}
          />
          <TextArea
            name="reason"
            label="Why"
            hint="The student reads it beside the mark."
            defaultValue={question.overridden ? (question.comment ?? "") : ""}
            reply={reply}
          />
          <p className="btns">
            <button className="btn go" type="submit">
              Change the mark
            </button>
          </p>
        </form>
      )}
      {question.overridden ? (
        <form method="post" action={`${address}/removal`} className="said is-waiting notice">
          <p>This mark is yours. Taken back, the answer has the mark again that it earns by itself.</p>
          <button className="btn" type="submit">
            Take my mark back
          </button>
        </form>
      ) : null}
      <MarkHistory history={question.history} zone={zone} />
    </Page>
  );
}
