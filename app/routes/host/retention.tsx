import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { host } from "~/access/host.server";
import { Field } from "~/components/field";
import { Page } from "~/components/page";
import { jobStanding } from "~/models/job.server";
import { ownZone } from "~/models/own-zone.server";
import { longest, shortest } from "~/models/period";
import { periods, previewExpired, setPeriods } from "~/models/retention.server";
import teach from "~/styles/teach.css?url";
import { many, moment } from "~/text";
import { parseForm, refuse } from "../account/parse-form.server";
import { HostHead } from "./host-head";
import { asTyped, PeriodsForm, periodsIn } from "./periods-form.server";
import { Preview } from "./preview";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction = () => [{ title: "How long things are kept · Keyhole" }];

/** The periods that hold, or those that the address tries out, with what would go by them. */
export async function loader(args: LoaderFunctionArgs) {
  const me = await host(args);
  const now = await periods();
  const tried = periodsIn(new URL(args.request.url).searchParams);
  const shown = tried ?? now;
  const [zone, preview] = [await ownZone(me), await previewExpired(me, shown)];
  const done = await jobStanding("retention");
  return { visitor: me, zone, typed: asTyped(shown), setAt: now.setAt, tried: tried !== null, preview, done };
}

/** Sets the periods. What is past its time goes within a day. */
export async function action(args: ActionFunctionArgs) {
  const me = await host(args);
  const { value, typed, errors } = await parseForm(args.request, PeriodsForm);
  if (!value) return refuse(typed, errors);
  await setPeriods(me, value);
  return redirect("/host/retention");
}

/** Whether the daily job does come round: what is not deleted by itself must not be believed to be. */
function told(done: { doneAt: Date | string | null; tries: number }, zone: string | null): string {
  const last = done.doneAt ? `Last done ${moment(new Date(done.doneAt), zone)}` : "Not done yet";
  return done.tries === 0
    ? `${last}.`
    : `${last}, and begun ${many(done.tries, "time")} since without coming to its end.`;
}

export default function Retention() {
  const { visitor, zone, typed, setAt, tried, preview, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const field = { reply, type: "number", className: "in num", inputMode: "numeric" as const };
  return (
    <Page visitor={visitor} at="/host" className="desk stack">
      <HostHead heading="How long things are kept" at="/retention" />
      <p className="read">
        {setAt ? `Set ${moment(new Date(setAt), zone)}.` : "Nobody has set this yet, so it is as Keyhole comes."} Empty
        means: until somebody removes it. This installation looks once a day for what is past its time.{" "}
        {told(done, zone)}
      </p>
      <form method="post" className="stack">
        <Field
          {...field}
          name="guestDays"
          min={shortest.guestDays}
          max={longest.guestDays}
          label="Guests who do not come back: days"
          hint="Their cookie lets nobody in after 30 days without a visit."
          defaultValue={typed.guestDays}
        />
        <Field
          {...field}
          name="classMonths"
          min={shortest.classMonths}
          max={longest.classMonths}
          label="Students whose classes are all over: months"
          hint="At least 6. A class is over once it was archived, or else when nothing happens in it: no student of it was here, no date stands, nobody looked at it at the desk. Who is in another class, or was here since, stays; a visit in which nothing was done is remembered for about a month."
          defaultValue={typed.classMonths}
        />
        <Field
          {...field}
          name="auditMonths"
          min={shortest.auditMonths}
          max={longest.auditMonths}
          label="Who looked at or changed what: months"
          defaultValue={typed.auditMonths}
        />
        <p className="btns">
          <button className="btn" type="submit" formMethod="get">
            Show what would go
          </button>
          <button className="btn go" type="submit">
            Keep things so long
          </button>
        </p>
      </form>
      <Preview preview={preview} zone={zone} tried={tried} />
    </Page>
  );
}
