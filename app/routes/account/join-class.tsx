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
import { anyone } from "~/access/visitor.server";
import { join } from "~/models/enrolment.server";
import { countNewcomer } from "~/models/throttle.server";
import { beginSession } from "~/session.server";
import home from "~/styles/home.css?url";
import { notProven } from "./code-words";
import { addressOf } from "./enter.server";
import { joinPage, openClass, shownPin } from "./join-class.server";
import { JoinPage } from "./join-page";
import { rememberBrowser } from "./known-browser.server";
import { Name, parseForm, refuse, refuseFor } from "./parse-form.server";
import { PinPage } from "./pin-page";

export const links = () => [{ rel: "stylesheet", href: home }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Join ${data?.classroom?.name ?? "a class"} · Keyhole` },
];
export const headers: HeadersFunction = ({ loaderHeaders, actionHeaders }) =>
  new Headers([...loaderHeaders, ...actionHeaders]);

const taken =
  "Somebody in this class has that name. If it is you, use your PIN below; otherwise add your family name's first letter.";

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  return joinPage(args, visitor);
}

/** Joins: a stranger and a guest with a name, somebody who is signed in as themselves. */
export async function action(args: ActionFunctionArgs) {
  const visitor = await anyone(args);
  const classroom = await openClass(args);
  if ("refused" in classroom) return data(classroom.refused, classroom.init);
  const { value, typed, errors } = await parseForm(
    args.request,
    z.object({ name: Name, once: z.string().max(100).default("") }),
  );
  if (!value) return refuse(typed, errors);
  if (visitor?.device) return refuse(typed, { "": [notProven] }, 403);
  const wait = await countNewcomer(addressOf(args), classroom.id);
  if (wait) return refuseFor(wait.waitSeconds, typed);
  const joined = await join(classroom, visitor, value);
  if (joined === "taken") return refuse(typed, { name: [taken] });
  if (joined === "archived") return refuse(typed, { "": ["This class is archived: nobody new can join it."] }, 409);
  if (joined === "member") return redirect("/me");
  const headers = await beginSession(args.request, joined.id);
  rememberBrowser(headers, args.request, joined.id);
  if (joined.pin === null) return redirect("/me", { headers });
  headers.set("Cache-Control", "no-store");
  return data(shownPin(args.request, classroom, value.name, joined.pin), { headers });
}

export default function JoinClass() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "pin" in answer) return <PinPage shown={answer} className={page.classroom?.name ?? ""} />;
  return <JoinPage page={page} joining={answer} />;
}
