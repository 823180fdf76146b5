import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { host } from "~/access/host.server";
import { Field } from "~/components/field";
import { Page } from "~/components/page";
import { ownZone } from "~/models/own-zone.server";
import { longest } from "~/models/period";
import { periods, previewExpired, setPeriods } from "~/models/retention.server";
import teach from "~/styles/teach.css?url";
import { moment } from "~/text";
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
  return { visitor: me, zone, typed: asTyped(shown), setAt: now.setAt, tried: tried !== null, preview };
}

/** Sets the periods. What is past its time goes within a day. */
export async function action(args: ActionFunctionArgs) {
  const me = await host(args);
  const { value, typed, errors } = await parseForm(args.request, PeriodsForm);
  if (!value) return refuse(typed, errors);
  await setPeriods(me, value);
  return redirect("/host/retention");
}

export default function Retention() {
  const { visitor, zone, typed, setAt, tried, preview } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const field = { reply, type: "number", min: 1, className: "in num", inputMode: "numeric" as const };
  return (
    <Page visitor={visitor} at="/host" className="desk stack">
      <HostHead heading="How long things are kept" at="/retention" />
      <p className="read">
        {setAt ? `Set ${moment(new Date(setAt), zone)}.` : "Nobody has set this yet, so it is as Keyhole comes."} Empty
        means: until somebody removes it. This installation looks once a day for what is past its time.
      </p>
      <form method="post" className="stack">
        <Field
          {...field}
          name="guestDays"
          max={longest.guestDays}
          label="Guests who do not come back: days"
          hint="Their cookie lets nobody in after 30 days without a visit."
          defaultValue={typed.guestDays}
        />
        <Field
          {...field}
          name="classMonths"
          max={longest.classMonths}
          label="Students whose classes are all over: months"
          hint="A class is over once it was archived, or when nothing has happened in it. Who is in another class, or did something since, stays."
          defaultValue={typed.classMonths}
        />
        <Field
          {...field}
          name="auditMonths"
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
