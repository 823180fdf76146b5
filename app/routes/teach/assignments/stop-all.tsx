import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { taughtClass } from "~/access/classes.server";
import { Page } from "~/components/page";
import { openInClass, stopAll } from "~/models/opening.server";
import teach from "~/styles/teach.css?url";
import { refuse } from "../../account/parse-form.server";
import { formBody } from "../../form-body.server";
import { StopForm } from "./stop-form";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Stop all in ${data?.name} · Keyhole` }];

/** Asks before everything that is open in a class is stopped. */
export async function loader(args: LoaderFunctionArgs) {
  const taught = await taughtClass(args);
  const { id, name, zone, viewer: visitor } = taught;
  return { visitor, id, name, zone, ...(await openInClass(taught)) };
}

export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  const form = await formBody(args.request);
  const stopped = await stopAll(taught, form.has("all"));
  if (stopped === 0) return refuse({}, { "": ["Nothing is open in this class, so there is nothing to stop."] }, 409);
  return redirect(`/teach/classes/${taught.id}#given`);
}

export default function StopAll() {
  const { visitor, id, name, zone, open, working } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/classes/${id}`}>{name}</a>
      </p>
      <h1>Stop everything that is open?</h1>
      {open.length > 0 ? (
        <ul className="read">
          {open.map((one) => (
            <li key={one.id}>
              <a href={`/teach/assignments/${one.id}`}>{one.title}</a>
            </li>
          ))}
        </ul>
      ) : null}
      <StopForm
        working={working}
        zone={zone}
        nothing={open.length === 0 ? "Nothing is open in this class now." : null}
        reply={reply}
        back={`/teach/classes/${id}`}
        button="Stop all"
      />
    </Page>
  );
}
