import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { anyone } from "~/access/visitor.server";
import { described } from "~/components/described";
import { Page } from "~/components/page";
import { findOpenClass } from "~/models/enrolment.server";
import { tidyCode } from "~/models/join-code";
import { isWait } from "~/models/throttle.server";
import home from "~/styles/home.css?url";
import { CodeForm } from "./code-form";
import { codeTrouble } from "./code-words";
import { addressOf } from "./enter.server";
import { parseForm, refuse, refuseFor } from "./parse-form.server";

export const links = () => [{ rel: "stylesheet", href: home }];
export const meta: MetaFunction = () =>
  described({
    title: "Join a class",
    description: "With the code on the board and your name. No e-mail is needed.",
  });
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader(args: LoaderFunctionArgs) {
  return { visitor: await anyone(args) };
}

export async function action(args: ActionFunctionArgs) {
  await anyone(args);
  const { value, typed, errors } = await parseForm(args.request, z.object({ code: z.string().max(100).default("") }));
  if (!value) return refuse(typed, errors);
  const code = tidyCode(value.code);
  const found = code.length === 6 ? await findOpenClass(code, addressOf(args)) : null;
  if (isWait(found)) return refuseFor(found.waitSeconds, typed);
  return found ? redirect(`/join/${found.code}`) : refuse(typed, { code: [codeTrouble(code)] });
}

export default function Join() {
  const { visitor } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/join">
      <CodeForm reply={useActionData<typeof action>()} />
    </Page>
  );
}
