import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { anyone } from "~/access/visitor.server";
import { described } from "~/components/described";
import { Field } from "~/components/field";
import { ErrorSummary } from "~/components/form";
import { Page } from "~/components/page";
import { environment } from "~/environment.server";
import { sendMail, sendsMail } from "~/mail.server";
import { loginKey } from "~/models/name";
import { beginReset, resetMinutes } from "~/models/password-reset.server";
import { countReset, isWait } from "~/models/throttle.server";
import home from "~/styles/home.css?url";
import { addressOf } from "./enter.server";
import { parseForm, refuse, refuseFor } from "./parse-form.server";
import { resetMessage } from "./reset-message.server";

export const links = () => [{ rel: "stylesheet", href: home }];
export const meta: MetaFunction = () =>
  described({ title: "A new password", description: "What to do when you have forgotten your password or your PIN." });

export async function loader(args: LoaderFunctionArgs) {
  return { visitor: await anyone(args), mail: sendsMail(), minutes: resetMinutes };
}

/** Answers everybody alike, and before anything is sent: neither words nor time tell who has an account. */
export async function action(args: ActionFunctionArgs) {
  await anyone(args);
  const { value, typed, errors } = await parseForm(args.request, Form);
  if (!value) return refuse(typed, errors);
  if (!sendsMail()) return refuse(typed, { "": ["This Keyhole sends no e-mail. See below what else there is."] });
  const counted = await countReset(loginKey(value.login), addressOf(args));
  if (isWait(counted)) return refuseFor(counted.waitSeconds, typed);
  const found = await beginReset(value.login);
  if (found && isAddress(found.login) && !counted) send(found);
  return { sent: value.login };
}

/** Nobody waits for it. What a mail server says against it may name the address, so its code alone is written down. */
function send({ login, name, token }: { login: string; name: string; token: string }): void {
  const address = `${environment().ORIGIN}/reset-password/${token}`;
  sendMail({ to: { name: "", address: login }, ...resetMessage(name, address) }).catch(
    (error: { code?: string; responseCode?: number }) =>
      console.error(`A link for a new password could not be sent: ${error.code} ${error.responseCode ?? ""}`.trim()),
  );
}

/** One address, and nothing that a mail server could take for a list of them. */
const isAddress = (login: string) => /^[^\s@,;:<>"()[\]\\]+@[^\s@,;:<>"()[\]\\]+$/.test(login);

const Form = z.object({
  login: z.string({ error: "Type the e-mail address that you sign in with." }).max(400, "That is too long."),
});

export default function ResetPassword() {
  const { visitor, mail, minutes } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const reply = said && "errors" in said ? said : undefined;
  return (
    <Page visitor={visitor} at="/sign-in">
      <div className="door">
        <h1>A new password</h1>
        {said && "sent" in said ? (
          <div className="said" role="status">
            <span />
            <p>
              If {said.sent} is what somebody signs in with, a link is on its way there. It can be used once, within{" "}
              {minutes} minutes. Nothing came? Look among unwanted mail, or ask again: at most three go to one address
              in an hour.
            </p>
          </div>
        ) : null}
        {mail ? (
          <form method="post">
            <ErrorSummary reply={reply} />
            <Field
              name="login"
              label="The e-mail address that you sign in with"
              type="email"
              autoComplete="username"
              reply={reply}
            />
            <p className="btns">
              <button className="btn go" type="submit">
                Send me a link
              </button>
              <a className="btn plain" href="/sign-in">
                Back to signing in
              </a>
            </p>
          </form>
        ) : null}
        <div className="stack">
          <h2>{mail ? "If you gave no e-mail address" : "This Keyhole sends no e-mail"}</h2>
          <p>
            A student asks a teacher of the class for a new PIN, and comes back in through the class code. Everybody
            else asks whoever runs this Keyhole, who can give an account a new password.
          </p>
        </div>
      </div>
    </Page>
  );
}
