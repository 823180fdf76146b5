import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { taughtClass } from "~/access/classes.server";
import { Once } from "~/components/once";
import { Page } from "~/components/page";
import { Qr } from "~/components/qr";
import { openLink, openMinutes, openUntil, takenNames } from "~/models/device-link.server";
import { students } from "~/models/roster.server";
import joinStyles from "~/styles/join.css?url";
import teach from "~/styles/teach.css?url";
import { many, moment } from "~/text";
import { formBody } from "../../form-body.server";
import { type JoinWay, wayTo } from "../../join-way.server";
import { TakenNames } from "./taken-names";

export const links = () => [teach, joinStyles].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? "Class"}: devices in the room · Keyhole` },
];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

export async function loader(args: LoaderFunctionArgs) {
  const taught = await taughtClass(args);
  const { id, name, zone, viewer: visitor } = taught;
  const [until, taken] = [await openUntil(taught), await takenNames(taught)];
  return { visitor, id, name, zone, until, taken, students: (await students(taught)).length, minutes: openMinutes };
}

/** Opens a link and shows it this once: only its hash is kept. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  const once = String((await formBody(args.request)).get("once") ?? "");
  const token = await openLink(taught, once.slice(0, 100));
  if (!token) return redirect(`/teach/classes/${taught.id}/devices`);
  return data({ way: wayTo(args.request, `/device/${token.slice(0, 5)}-${token.slice(5)}`) });
}

export default function Devices() {
  const { visitor, id, name, zone, until, taken, students, minutes } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <header>
        <p className="eyebrow">
          <a href={`/teach/classes/${id}`}>{name}</a>
        </p>
        <h1>Devices in the room</h1>
      </header>
      {made?.way ? <Shown way={made.way} /> : null}
      <section aria-labelledby="link" className="stack">
        <h2 id="link">{until ? `The link is open until ${moment(until, zone)}` : "No link is open"}</h2>
        <p className="read">
          {made?.way || until
            ? `Whoever opens it picks their name from the list of the class, without a PIN, and stays signed in for half an hour after it ends.`
            : `For a lesson on the school’s own devices: a link that is open for ${minutes} minutes. Students open it and pick their name from the list of the class, without a PIN.`}{" "}
          Anybody in the room could pick any name, so do not use it for a test that counts.
        </p>
        {until && !made?.way ? (
          <p className="soft">
            Its address was shown when you made it, and cannot be shown again. A new link takes its place; who is signed
            in stays so.
          </p>
        ) : null}
        <div className="btns">
          <form method="post">
            <Once />
            <button className={until ? "btn" : "btn go"} type="submit">
              {until ? "Make a new link in its place" : `Open a link for ${minutes} minutes`}
            </button>
          </form>
          {until ? (
            <form method="post" action={`/teach/classes/${id}/devices/closure`}>
              <button className="btn" type="submit">
                Close the link
              </button>
            </form>
          ) : null}
          {taken.length > 0 ? (
            <form method="post" action={`/teach/classes/${id}/devices/closure`}>
              <button className="btn" type="submit" name="out" value="1">
                {until
                  ? `Close it and sign ${many(taken.length, "student")} out`
                  : `Sign ${many(taken.length, "student")} out`}
              </button>
            </form>
          ) : null}
        </div>
      </section>
      <TakenNames id={id} zone={zone} taken={taken} students={students} />
    </Page>
  );
}

function Shown({ way: { address, square } }: { way: JoinWay }) {
  return (
    <section aria-labelledby="way" className="devices">
      <div className="stack">
        <h2 id="way">Open this on each device</h2>
        <p className="deviceway">{address.replace(/^https?:\/\//, "")}</p>
        <p className="read">
          Show it on the projector now: it is shown only this once. Capitals and the dash do not matter.
        </p>
      </div>
      <Qr square={square} says={address} />
    </section>
  );
}
