import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { anyone, isId } from "~/access/visitor.server";
import { ErrorSummary } from "~/components/form";
import { Page } from "~/components/page";
import { type DeviceLink, deviceToken, findLink, listOf, pick } from "~/models/device-link.server";
import { beginDeviceSession, hashToken } from "~/session.server";
import home from "~/styles/home.css?url";
import { moment } from "~/text";
import { DeviceNames } from "./device-names";
import { parseForm, refuse } from "./parse-form.server";

export const links = () => [{ rel: "stylesheet", href: home }];
export const meta: MetaFunction = () => [{ title: "Pick your name · Keyhole" }, { name: "robots", content: "noindex" }];
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  const found = await linkOf(args);
  const init = { status: "over" in found ? found.status : 200, headers: { "Cache-Control": "no-store" } };
  if ("over" in found) return data({ visitor, over: found.over }, init);
  const { className, zone, expiresAt } = found.link;
  return data({ visitor, className, until: moment(expiresAt, zone), students: await listOf(found.link) }, init);
}

/** Lets somebody in under the name that they picked. */
export async function action(args: ActionFunctionArgs) {
  await anyone(args);
  const found = await linkOf(args);
  if ("over" in found) return refuse({}, { "": [found.over] }, found.status);
  const { value } = await parseForm(args.request, z.object({ person: z.string(), once: z.string().default("") }));
  if (!value || !isId(value.person)) return refuse({}, { "": [whyNot.nobody] });
  const { person: personId, once } = value;
  const token = deviceToken(found.link, personId, once.slice(0, 100));
  const done = await pick(found.link, personId, hashToken(token), (tx, session) =>
    beginDeviceSession(tx, args.request, { ...session, token, personId }),
  );
  if (done instanceof Headers) return redirect("/me", { headers: done });
  return refuse({}, { "": [whyNot[done]] }, done === "closed" ? 410 : 409);
}

const isOver = "This link is over. Ask your teacher to open a new one, or sign in with your PIN.";
const whyNot = {
  closed: isOver,
  taken: "Somebody is using this name on another device. If it is you, sign out there; otherwise tell your teacher.",
  account: "This name opens more than this class: sign in with its PIN or password.",
  nobody: "Pick your name from the list.",
};

/** The link of the address while it is open; otherwise what to say. */
async function linkOf(args: LoaderFunctionArgs): Promise<{ link: DeviceLink } | { over: string; status: number }> {
  const link = await findLink(args.params.token ?? "");
  if (!link) return { over: "Nothing is here. Look at the address again, or ask your teacher.", status: 404 };
  return link.open ? { link } : { over: isOver, status: 410 };
}

export default function Device() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { visitor } = page;
  if ("over" in page)
    return (
      <Page visitor={visitor} className="stack">
        <h1>No names to pick</h1>
        <p className="read">{page.over}</p>
        <p className="btns">
          <a className="btn" href="/join">
            Sign in with a PIN
          </a>
        </p>
      </Page>
    );
  return (
    <Page visitor={visitor} className="stack">
      <p className="eyebrow">{page.className}</p>
      <h1>Who are you?</h1>
      {visitor && !visitor.guest ? (
        <p className="read">
          This device is signed in as {visitor.name}. <a href="/me">Go on as {visitor.name}</a>, or pick a name: then{" "}
          {visitor.name} is signed out here.
        </p>
      ) : null}
      <ErrorSummary reply={reply} />
      <DeviceNames students={page.students} />
      <p className="soft">
        The list is open until {page.until}. Sign out when you leave this device: what you answered is kept.
      </p>
    </Page>
  );
}
