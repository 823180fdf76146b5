import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { taughtClass } from "~/access/classes.server";
import { isId, notFound } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { joinCode } from "~/models/classroom.server";
import { resetPin } from "~/models/pin.server";
import joinStyles from "~/styles/join.css?url";
import teach from "~/styles/teach.css?url";
import { joinAddress } from "../../join-way.server";
import { backToLive } from "../live/live-words";
import { studentOf } from "./student.server";

export const links = () => [teach, joinStyles].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction = () => [{ title: "New PIN · Keyhole" }];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

export async function loader(args: LoaderFunctionArgs) {
  const taught = await taughtClass(args);
  const student = await studentOf(taught, args);
  if (student.removedAt || !student.hasPin) throw notFound();
  return {
    visitor: taught.viewer,
    live: liveView(args.request),
    id: taught.id,
    className: taught.name,
    name: student.name,
    code: await joinCode(taught),
    address: joinAddress(args.request),
  };
}

/** Makes a new PIN and shows it this once. The old one stops working. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  const student = await studentOf(taught, args);
  const pin = await resetPin(taught, student.personId);
  if (!pin) throw notFound();
  return data({ pin });
}

/** The live view, when one came from there: `?from=<its assignment>`. */
function liveView(request: Request): string | null {
  const from = new URL(request.url).searchParams.get("from");
  return from && isId(from) ? backToLive(request, from) : null;
}

export default function Pin() {
  const { visitor, live, id, className, name, code, address } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/classes/${id}/roster`}>{className}: students</a>
      </p>
      <h1>{made ? `The new PIN of ${name}` : `A new PIN for ${name}?`}</h1>
      {made ? (
        <>
          <p className="joincode">
            {made.pin.slice(0, 3)} {made.pin.slice(3)}
          </p>
          <p className="read">
            It is shown only now: print this page or write the PIN down for {name}. To come back, {name} opens {address}
            , types the code of the class
            {code ? ` (${code} at the moment)` : " (there is none now: make one first)"}, then this name and the PIN.
          </p>
          {live ? (
            <p className="btns">
              <a className="btn" href={live}>
                Back to the live view
              </a>
            </p>
          ) : null}
        </>
      ) : (
        <>
          <p className="read">
            For a student who lost theirs. The old PIN stops working, and {name} is signed out everywhere. Work is not
            touched.
          </p>
          <form method="post" className="btns">
            <button className="btn go" type="submit">
              Make a new PIN
            </button>
            <a className="btn plain" href={live ?? `/teach/classes/${id}/roster`}>
              Leave it
            </a>
          </form>
        </>
      )}
    </Page>
  );
}
