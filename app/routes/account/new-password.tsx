import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { anyone } from "~/access/visitor.server";
import { ErrorSummary, KeepOrLeave } from "~/components/form";
import { Page } from "~/components/page";
import { listMyClasses } from "~/models/enrolment.server";
import { passwordTrouble } from "~/models/password";
import { findReset, takeReset } from "~/models/password-reset.server";
import home from "~/styles/home.css?url";
import { enter } from "./enter.server";
import { parseForm, refuse } from "./parse-form.server";
import { PasswordField } from "./password-field";

export const links = () => [{ rel: "stylesheet", href: home }];
export const meta: MetaFunction = () => [{ title: "A new password · Keyhole" }, { name: "robots", content: "noindex" }];
export const headers: HeadersFunction = ({ actionHeaders }) => {
  // The address lets somebody in, so nothing keeps the page.
  actionHeaders.set("Cache-Control", "no-store");
  return actionHeaders;
};

/** Opening the link uses nothing up: mail servers look at links before people do. */
export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  const { login } = await accountOf(args);
  return { visitor, login, show: new URL(args.request.url).searchParams.has("show") };
}

export async function action(args: ActionFunctionArgs) {
  const visitor = await anyone(args);
  const account = await accountOf(args);
  const { value, typed, errors } = await parseForm(args.request, Form);
  if (!value) return refuse(typed, errors);
  const classes = await listMyClasses(account);
  const known = [account.login, account.name, ...classes.map(({ name }) => name)];
  const trouble = passwordTrouble(value.password, known);
  if (trouble) return refuse(typed, { password: [trouble] });
  if (!(await takeReset(args.params.token ?? "", account, value.password))) throw used();
  return enter(args, visitor, account.id, "/me");
}

const Form = z.object({ password: z.string({ error: "Think of a new password." }) });

/** @throws 404 for a link that cannot be used, with words on how to get another */
async function accountOf({ params }: Pick<LoaderFunctionArgs, "params">) {
  const found = await findReset(params.token ?? "");
  if (found) return found;
  throw used();
}

const used = () =>
  new Response("This link was used, is over or was mistyped. Ask for a new one where you sign in.", { status: 404 });

export default function NewPassword() {
  const { visitor, login, show } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/sign-in">
      <div className="door">
        <header>
          <h1>Choose a new password</h1>
          <p className="read">You sign in with {login}. The new password signs you out everywhere else.</p>
        </header>
        <form method="post">
          <ErrorSummary reply={reply} />
          <input type="hidden" name="login" autoComplete="username" value={login} />
          <PasswordField label="New password" which="new" show={show} other={show ? "?" : "?show=1"} reply={reply} />
          <KeepOrLeave keep="Keep it and sign in" leave="/sign-in" />
        </form>
      </div>
    </Page>
  );
}
