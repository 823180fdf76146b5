import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { anyone } from "~/access/visitor.server";
import { described } from "~/components/described";
import { Field } from "~/components/field";
import { ErrorSummary } from "~/components/form";
import { Page } from "~/components/page";
import { environment } from "~/environment.server";
import { signIn } from "~/models/account.server";
import { listSamples, type Sample } from "~/models/person.server";
import { isWait } from "~/models/throttle.server";
import home from "~/styles/home.css?url";
import { addressOf, enter, nextAddress, withNext } from "./enter.server";
import { cameFrom } from "./known-browser.server";
import { parseForm, refuse, refuseFor } from "./parse-form.server";
import { PasswordField } from "./password-field";

export const links = () => [{ rel: "stylesheet", href: home }];
export const meta: MetaFunction = () =>
  described({
    title: "Sign in",
    description: "Come back to your work, with a password or with the code of your class and a PIN.",
  });
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  const samples = environment().KEYHOLE_DEMO ? await listSamples() : [];
  const show = new URL(args.request.url).searchParams.has("show");
  return { visitor, samples, show, keep: withNext(nextAddress(args.request)) };
}

export async function action(args: ActionFunctionArgs) {
  const visitor = await anyone(args);
  const { value, typed, errors } = await parseForm(args.request, schema());
  if (!value) return refuse(typed, errors);
  const found = await signIn(value.login, value.password, cameFrom(args.request, addressOf(args)));
  if (isWait(found)) return refuseFor(found.waitSeconds, typed);
  // Which of the two is wrong is not said: that would tell who has an account.
  if (!found) return refuse(typed, { "": ["No account has this name with this password. Check both and try again."] });
  return enter(args, visitor, found.id, nextAddress(args.request));
}

function schema() {
  return z.object({
    login: z.string({ error: "Type your e-mail address or user name." }).max(400, "That is too long."),
    password: z.string({ error: "Type your password." }).max(1000, "That is too long."),
  });
}

export default function SignIn() {
  const { visitor, samples, show, keep } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/sign-in">
      <div className="door">
        <header>
          <h1>Sign in</h1>
          {visitor && !visitor.guest ? (
            <p className="read">You are signed in as {visitor.name}. Signing in here ends that.</p>
          ) : null}
        </header>
        <form method="post">
          <ErrorSummary reply={reply} />
          <Field
            name="login"
            label="E-mail or user name"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            reply={reply}
          />
          <PasswordField
            label="Password"
            which="current"
            show={show}
            other={show ? `/sign-in${keep}` : `/sign-in?show=1${keep.replace("?", "&")}`}
            reply={reply}
          />
          <p className="btns">
            <button className="btn go" type="submit">
              Sign in
            </button>
            <a className="btn plain" href={`/sign-up${keep}`}>
              Make an account
            </a>
          </p>
        </form>
        <div className="stack">
          <h2>No account?</h2>
          <p>With a class code you need only your name. With a PIN, you come back in through the class code too.</p>
          <p>
            <a className="btn" href="/join">
              Join with a code
            </a>
          </p>
          <p>
            Forgotten? Your teacher gives you a new PIN. For an account there is{" "}
            <a href="/reset-password">a way to a new password</a>.
          </p>
          <p className="soft">
            Or <a href="/">read as a guest</a>. Your place is kept on this device.
          </p>
        </div>
        {samples.length > 0 ? <Samples samples={samples} /> : null}
      </div>
    </Page>
  );
}

function Samples({ samples }: { samples: Sample[] }) {
  return (
    <section className="stack" aria-labelledby="samples">
      <h2 id="samples">The sample class</h2>
      <p>This is a demo. These people are made up, and so is what they did.</p>
      {samples.map(({ id, name, sample }) => (
        <form key={id} method="post" action="/demo/sign-in">
          <input type="hidden" name="person" value={id} />
          <button className="btn" type="submit">{`Look around as ${name}, ${sample}`}</button>
        </form>
      ))}
    </section>
  );
}
