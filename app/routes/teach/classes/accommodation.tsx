import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { taughtClass } from "~/access/classes.server";
import { Field } from "~/components/field";
import { ErrorSummary, KeepOrLeave } from "~/components/form";
import { Page } from "~/components/page";
import { accommodate } from "~/models/accommodation.server";
import { accommodationDraft, accommodationOf, usualFactors } from "~/models/accommodation-draft.server";
import teach from "~/styles/teach.css?url";
import { extraTime, moment } from "~/text";
import { parseForm, refuse } from "../../account/parse-form.server";
import { Choices } from "../choices";
import { studentOf } from "./student.server";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction = () => [{ title: "Accommodation · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  const taught = await taughtClass(args);
  const student = await studentOf(taught, args);
  return {
    visitor: taught.viewer,
    id: taught.id,
    className: taught.name,
    zone: taught.zone,
    student,
    factors: usualFactors.map((factor) => [String(factor), extraTime(factor)] as [string, string]),
  };
}

/** Sets what a student always has in this class; attempts under way get the time at once. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  const student = await studentOf(taught, args);
  const { value, typed, errors } = await parseForm(args.request, accommodationDraft);
  if (!value) return refuse(typed, errors);
  await accommodate(taught, student.personId, accommodationOf(value));
  return redirect(`/teach/classes/${taught.id}/roster`);
}

export default function Accommodation() {
  const { visitor, id, className, zone, student, factors } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { name, timeFactor, extraAttempts, noTimer, calm, accommodatedBy, accommodatedAt } = student;
  const usual = factors.some(([factor]) => Number(factor) === timeFactor);
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/classes/${id}/roster`}>{className}: students</a>
      </p>
      <h1>What {name} always gets</h1>
      <p className="read">
        It holds for every quiz of this class, also for the one {name} may be at now, where it never takes time away.
        Only you and {name} see it.
      </p>
      {accommodatedBy && accommodatedAt ? (
        <p className="soft">
          Set by {accommodatedBy}, {moment(accommodatedAt, zone)}.
        </p>
      ) : null}
      <form method="post">
        <ErrorSummary reply={reply} />
        <Choices
          name="factor"
          legend="Time for quizzes with a time limit"
          choices={[...factors, ["own", "Another factor, typed below"]]}
          value={reply?.typed.factor ?? (usual ? String(timeFactor) : "own")}
          error={reply?.errors.factor?.[0]}
        />
        <Field
          name="ownFactor"
          label="Another factor"
          hint="1 to 4: with 1.75 a limit of 20 minutes is 35 minutes."
          inputMode="decimal"
          autoComplete="off"
          defaultValue={usual ? "" : timeFactor}
          reply={reply}
        />
        <Field
          type="number"
          name="extraAttempts"
          label="Extra attempts"
          hint="On top of what each quiz allows, 0 to 20."
          min={0}
          max={20}
          step={1}
          defaultValue={extraAttempts}
          reply={reply}
        />
        <label className="opt field wide">
          <input type="checkbox" name="noTimer" defaultChecked={reply ? reply.typed.noTimer !== undefined : noTimer} />
          <span>
            No running clock
            <span className="soft small line">
              The time limit stays, and the page says when it ends. Nothing counts down beside the questions.
            </span>
          </span>
        </label>
        <label className="opt field wide">
          <input type="checkbox" name="calm" defaultChecked={reply ? reply.typed.calm !== undefined : calm} />
          <span>
            Calm mode
            <span className="soft small line">
              One question on each page, and nothing is said of passing or not. It begins with the next quiz that {name}{" "}
              starts.
            </span>
          </span>
        </label>
        <KeepOrLeave keep="Keep it" leave={`/teach/classes/${id}/roster`} />
      </form>
    </Page>
  );
}
