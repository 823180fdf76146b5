import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { proven } from "~/access/visitor.server";
import { ErrorSummary, KeepOrLeave } from "~/components/form";
import { Page } from "~/components/page";
import { setPassword, signIn } from "~/models/account.server";
import { listMyClasses } from "~/models/enrolment.server";
import { passwordTrouble } from "~/models/password";
import { loginOf } from "~/models/person.server";
import { isWait } from "~/models/throttle.server";
import { beginSession } from "~/session.server";
import home from "~/styles/home.css?url";
import { addressOf } from "./enter.server";
import { cameFrom, rememberBrowser } from "./known-browser.server";
import { parseForm, refuse, refuseFor } from "./parse-form.server";
import { PasswordField } from "./password-field";

export const links = () => [{ rel: "stylesheet", href: home }];
export const meta: MetaFunction = () => [{ title: "Change your password · Keyhole" }];
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const me = await proven(args);
  const login = await loginOf(me.id);
  if (!login) throw redirect("/sign-up");
  return { me, login, show: new URL(args.request.url).searchParams.has("show") };
}

/** Who is signed in here says the password once more, so that a browser left open is not enough to take the account. */
export async function action(args: ActionFunctionArgs) {
  const me = await proven(args);
  const login = await loginOf(me.id);
  if (!login) return redirect("/sign-up");
  const { value, typed, errors } = await parseForm(args.request, Form);
  if (!value) return refuse(typed, errors);
  const classes = await listMyClasses(me);
  const trouble = passwordTrouble(value.password, [login, me.name, ...classes.map(({ name }) => name)]);
  if (trouble) return refuse(typed, { password: [trouble] });
  const found = await signIn(login, value.current, cameFrom(args.request, addressOf(args)));
  if (isWait(found)) return refuseFor(found.waitSeconds, typed);
  if (!found) return refuse(typed, { current: ["This is not your password now."] });
  await setPassword(me.id, login, value.password);
  const headers = await beginSession(args.request, me.id);
  rememberBrowser(headers, args.request, me.id);
  return redirect("/me/sessions", { headers });
}

const Form = z.object({
  current: z.string({ error: "Type the password that you have now." }).max(1000, "That is too long."),
  password: z.string({ error: "Think of a new password." }),
});

export default function Password() {
  const { me, login, show } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const other = show ? "/me/password" : "/me/password?show=1";
  return (
    <Page visitor={me} at="/me" className="stack">
      <header>
        <p className="eyebrow">
          <a href="/me">{me.name}</a>
        </p>
        <h1>Change your password</h1>
      </header>
      <p className="read">You sign in with {login}. A new password signs you out everywhere but here.</p>
      <form method="post">
        <ErrorSummary reply={reply} />
        <input type="hidden" name="login" autoComplete="username" value={login} />
        <PasswordField
          name="current"
          label="Your password now"
          which="current"
          show={show}
          other={null}
          reply={reply}
        />
        <PasswordField label="The new one" which="new" show={show} other={other} reply={reply} />
        <KeepOrLeave keep="Change it" leave="/me" />
      </form>
    </Page>
  );
}
