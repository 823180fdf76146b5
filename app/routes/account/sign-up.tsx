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
import { Field } from "~/components/field";
import { ErrorSummary } from "~/components/form";
import { Page } from "~/components/page";
import { environment } from "~/environment.server";
import { sendsMail } from "~/mail.server";
import { isEmpty, signUp } from "~/models/account.server";
import { listMyClasses } from "~/models/enrolment.server";
import { passwordTrouble } from "~/models/password";
import { loginOf } from "~/models/person.server";
import { countNewcomer } from "~/models/throttle.server";
import { beginSession } from "~/session.server";
import home from "~/styles/home.css?url";
import { notProven } from "./code-words";
import { addressOf, nextAddress, withNext } from "./enter.server";
import { rememberBrowser } from "./known-browser.server";
import { Login, Name, parseForm, refuse, refuseFor } from "./parse-form.server";
import { PasswordField } from "./password-field";
import { WhatIsStored } from "./what-is-stored";

export const links = () => [{ rel: "stylesheet", href: home }];
export const meta: MetaFunction = () =>
  described({
    title: "Make an account",
    description: "Keep your work on any device. An e-mail address is never required.",
  });
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  const next = nextAddress(args.request);
  if (visitor && (await loginOf(visitor.id))) throw redirect(next);
  const show = new URL(args.request.url).searchParams.has("show");
  const name = visitor && !visitor.guest && !visitor.sample ? visitor.name : "";
  return {
    visitor,
    keep: withNext(next, "&"),
    show,
    name,
    open: environment().TEACHER_SIGN_UP === "open",
    empty: await isEmpty(),
    mail: sendsMail(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visitor = await anyone(args);
  const classes = visitor ? await listMyClasses(visitor) : [];
  const { value, typed, errors } = await parseForm(args.request, schema(classes.map(({ name }) => name)));
  if (!value) return refuse(typed, errors);
  if (visitor?.device) return refuse(typed, { "": [notProven] }, 403);
  const wait = await countNewcomer(addressOf(args));
  if (wait) return refuseFor(wait.waitSeconds, typed);
  const teach = value.teach === "on" && environment().TEACHER_SIGN_UP === "open";
  const made = await signUp(visitor, { ...value, teach });
  if (made === "taken")
    return refuse(typed, {
      login: ["Somebody has an account under this. If it is you, sign in; otherwise take another."],
    });
  if (made === "has one") return redirect("/me");
  const next = nextAddress(args.request);
  const headers = await beginSession(args.request, made.id);
  rememberBrowser(headers, args.request, made.id);
  return redirect(made.first && next === "/me" ? "/teach" : next, { headers });
}

function schema(classNames: string[]) {
  const Form = z.object({
    name: Name,
    login: Login,
    password: z.string({ error: "Think of a password." }),
    teach: z.string().optional(),
  });
  return Form.superRefine(({ name, login, password }, context) => {
    const trouble = passwordTrouble(password, [name, login, ...classNames]);
    if (trouble) context.addIssue({ code: "custom", path: ["password"], message: trouble });
  });
}

export default function SignUp() {
  const { visitor, keep, show, name, open, empty, mail } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const other = show ? `?${keep.slice(1)}` : `?show=1${keep}`;
  return (
    <Page visitor={visitor} at="/sign-in">
      <div className="door">
        <header>
          <h1>Make an account</h1>
          {empty ? (
            <p className="read">
              Nobody has an account here yet. The first one may teach and looks after this Keyhole.
            </p>
          ) : null}
          {visitor && !visitor.device ? (
            <p className="read">Everything you have done here so far comes along.</p>
          ) : null}
        </header>
        <form method="post">
          <ErrorSummary reply={reply} />
          <Field
            name="name"
            label="Your name"
            hint="As your class should see it."
            autoComplete="name"
            defaultValue={name}
            reply={reply}
          />
          <Field
            name="login"
            label="E-mail or user name"
            hint={
              mail
                ? "Only for signing in. An e-mail address can be sent a link when you forget your password."
                : "Only for signing in. Keyhole sends you nothing."
            }
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            reply={reply}
          />
          <PasswordField label="Password" which="new" show={show} other={other} reply={reply} />
          {open ? (
            <p className="field">
              <label className="opt">
                <input type="checkbox" name="teach" defaultChecked={reply?.typed.teach === "on"} />I teach
              </label>
            </p>
          ) : null}
          <p className="btns">
            <button className="btn go" type="submit">
              Make the account
            </button>
            <a className="btn plain" href={`/sign-in${keep.replace("&", "?")}`}>
              I have an account
            </a>
          </p>
        </form>
        <WhatIsStored of="account" />
      </div>
    </Page>
  );
}
