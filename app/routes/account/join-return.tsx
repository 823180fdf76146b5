import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { anyone } from "~/access/visitor.server";
import { signInWithPin } from "~/models/sign-in.server";
import { isWait } from "~/models/throttle.server";
import home from "~/styles/home.css?url";
import { addressOf, enter } from "./enter.server";
import { joinPage, openClass } from "./join-class.server";
import { JoinPage } from "./join-page";
import { cameFrom } from "./known-browser.server";
import { Name, parseForm, refuse, refuseFor } from "./parse-form.server";

export const links = () => [{ rel: "stylesheet", href: home }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Back to ${data?.classroom?.name ?? "a class"} · Keyhole` },
];
export const headers: HeadersFunction = ({ loaderHeaders, actionHeaders }) =>
  new Headers([...loaderHeaders, ...actionHeaders]);

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  return joinPage(args, visitor);
}

/** Signs a student of the class in by name and PIN. */
export async function action(args: ActionFunctionArgs) {
  const visitor = await anyone(args);
  const classroom = await openClass(args);
  if ("refused" in classroom) return data(classroom.refused, classroom.init);
  const { value, typed, errors } = await parseForm(
    args.request,
    z.object({ name: Name, pin: z.string({ error: "Type your PIN." }).max(100) }),
  );
  if (!value) return refuse(typed, errors);
  const found = await signInWithPin(classroom.id, value.name, value.pin, cameFrom(args.request, addressOf(args)));
  if (isWait(found)) return refuseFor(found.waitSeconds, typed);
  // Which of the two is wrong is not said: that would tell who is in the class.
  if (!found)
    return refuse(typed, {
      "": ["Nobody in this class has this name with this PIN. Check both; your teacher can give you a new PIN."],
    });
  return enter(args, visitor, found.id, "/me");
}

export default function JoinReturn() {
  return <JoinPage page={useLoaderData<typeof loader>()} returning={useActionData<typeof action>()} />;
}
