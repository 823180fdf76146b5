import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { endSession } from "~/session.server";
import { nextAddress } from "./enter.server";

export const meta: MetaFunction = () => [{ title: "Sign out · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  return { visitor: await anyone(args) };
}

export async function action(args: ActionFunctionArgs) {
  await anyone(args);
  const next = nextAddress(args.request);
  return redirect(next === "/me" ? "/" : next, { headers: await endSession(args.request) });
}

export default function SignOut() {
  const { visitor } = useLoaderData<typeof loader>();
  if (!visitor)
    return (
      <Page visitor={visitor} className="stack">
        <h1>You are signed out</h1>
        <p className="btns">
          <a className="btn go" href="/">
            To the course
          </a>
          <a className="btn" href="/sign-in">
            Sign in
          </a>
        </p>
      </Page>
    );
  return (
    <Page visitor={visitor} className="stack">
      <h1>Sign out?</h1>
      {visitor.guest ? (
        <p className="read">
          You have no account, so nobody can get back to what you did here. <a href="/sign-up">Make an account</a> to
          keep it.
        </p>
      ) : (
        <p className="read">What you did is kept. Sign in again to go on.</p>
      )}
      <form method="post" className="btns">
        <button className="btn go" type="submit">
          Sign out
        </button>
        <a className="btn plain" href="/me">
          Stay
        </a>
      </form>
    </Page>
  );
}
