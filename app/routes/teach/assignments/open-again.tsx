import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { taughtAssignment } from "~/access/classes.server";
import { Field } from "~/components/field";
import { ErrorSummary, KeepOrLeave } from "~/components/form";
import { Page } from "~/components/page";
import { needsClosing, openAgain, waitsForClose } from "~/models/opening.server";
import { endedByStop } from "~/models/stopped-attempts.server";
import { closeAllOver } from "~/models/submission.server";
import { isOver, momentOf } from "~/models/wall-time.server";
import teach from "~/styles/teach.css?url";
import { many, moment } from "~/text";
import { refuse } from "../../account/parse-form.server";
import { formBody } from "../../form-body.server";
import { Tick } from "./tick";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Open ${data?.title} again · Keyhole` }];

export async function loader(args: LoaderFunctionArgs) {
  const assignment = await taughtAssignment(args);
  await closeAllOver(assignment.classId);
  const { id, title, className, zone, phase, stoppedAt, closesBefore, viewer: visitor } = assignment;
  return {
    ...{ visitor, id, title, className, zone, stopped: stoppedAt !== null, before: closesBefore },
    closed: phase === "closed",
    asks: needsClosing(assignment, isOver),
    must: waitsForClose(assignment),
    ended: await endedByStop(assignment),
  };
}

/** Opens it again, until it was to close or until a new time. */
export async function action(args: ActionFunctionArgs) {
  const assignment = await taughtAssignment(args);
  await closeAllOver(assignment.classId);
  const form = await formBody(args.request);
  if (assignment.phase !== "closed") return refuse({}, { "": ["It is open already."] }, 409);
  const typed = { closesAt: String(form.get("closesAt") ?? ""), ...(form.has("back") ? { back: "yes" } : {}) };
  const closesAt = typed.closesAt === "" ? null : momentOf(typed.closesAt, assignment.zone);
  const asks = needsClosing(assignment, isOver);
  if (typed.closesAt !== "" && !closesAt)
    return refuse(typed, { closesAt: ["Give a date and a time, such as 2026-11-19T10:55."] });
  if (closesAt && isOver(closesAt)) return refuse(typed, { closesAt: ["That is over already."] });
  if (asks && !closesAt && waitsForClose(assignment))
    return refuse(typed, { closesAt: ["Its results are shown after it closes, so it needs a closing time."] });
  await openAgain(assignment, asks ? closesAt : undefined, form.has("back"));
  return redirect(`/teach/assignments/${assignment.id}`);
}

export default function OpenAgain() {
  const { visitor, id, title, className, zone, stopped, before, closed, asks, must, ended } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const back = `/teach/assignments/${id}`;
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={back}>
          {className} · {title}
        </a>
      </p>
      <h1>Open it again</h1>
      {closed ? (
        <form method="post">
          <ErrorSummary reply={reply} />
          <p className="read">
            {asks
              ? "When it was to close is over."
              : before
                ? `It closes ${moment(before, zone)}, as before you stopped it.`
                : "It stays open until you stop it, as before."}{" "}
            What is handed in stays handed in.
          </p>
          {asks ? (
            <Field
              type="datetime-local"
              name="closesAt"
              label="Closes"
              hint={`By the clock of ${zone}. ${must ? "Its results are shown after it closes." : "Left empty, it stays open until you stop it."} It is due then at the latest.`}
              reply={reply}
            />
          ) : null}
          {stopped && ended > 0 ? (
            <div className="opts">
              <Tick
                name="back"
                label={`Give ${many(ended, "attempt")} back that the stop ended`}
                on={true}
                reply={reply}
              >
                With their answers. Under a time limit they get the minutes that lay between.
              </Tick>
            </div>
          ) : null}
          <KeepOrLeave keep="Open again" leave={back} />
        </form>
      ) : (
        <p className="read">It is not closed, so there is nothing to open.</p>
      )}
    </Page>
  );
}
