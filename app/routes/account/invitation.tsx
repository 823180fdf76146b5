import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone, person } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { acceptInvitation, findInvitation } from "~/models/invitation.server";
import { hasPassword } from "~/models/person.server";
import { moment } from "~/text";

export const meta: MetaFunction = () => [
  { title: "An invitation to teach · Keyhole" },
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  const invitation = await findInvitation(args.params.token ?? "");
  if (!invitation) throw gone();
  const account = visitor !== null && (await hasPassword(visitor.id));
  return { visitor, account, invitation, next: encodeURIComponent(new URL(args.request.url).pathname) };
}

export async function action(args: ActionFunctionArgs) {
  const me = await person(args);
  if (me.mayTeach) return redirect("/teach");
  const done = await acceptInvitation(args.params.token ?? "", me);
  if (done === "gone") throw gone();
  if (done === "no account") return redirect(`/sign-up?next=${encodeURIComponent(new URL(args.request.url).pathname)}`);
  return redirect("/teach");
}

function gone(): Response {
  return new Response("This invitation was used, is over or was mistyped. Ask whoever sent it for a new one.", {
    status: 404,
  });
}

export default function Invitation() {
  const { visitor, account, invitation, next } = useLoaderData<typeof loader>();
  if (visitor?.mayTeach)
    return (
      <Page visitor={visitor} className="stack">
        <h1>You can teach with Keyhole</h1>
        <p className="read">
          Your account makes classes and sees every question with its key. You did not need the invitation of{" "}
          {invitation.from}: it is still good for somebody else, until {moment(invitation.expiresAt, null)}.
        </p>
        <p className="btns">
          <a className="btn go" href="/teach">
            Your classes
          </a>
        </p>
      </Page>
    );
  return (
    <Page visitor={visitor} className="stack">
      <h1>{invitation.from} invites you to teach with Keyhole</h1>
      <p className="read">
        You can then make classes, give them quizzes and see every question with its key. The link works once, until{" "}
        {moment(invitation.expiresAt, null)}.
      </p>
      {account ? (
        <form method="post" className="btns">
          <button className="btn go" type="submit">
            Accept
          </button>
          <span className="soft">You are signed in as {visitor?.name}.</span>
        </form>
      ) : (
        <>
          <p>For this you need an account with a password.</p>
          <p className="btns">
            <a className="btn go" href={`/sign-up?next=${next}`}>
              Make an account
            </a>
            <a className="btn" href={`/sign-in?next=${next}`}>
              Sign in
            </a>
          </p>
        </>
      )}
    </Page>
  );
}
