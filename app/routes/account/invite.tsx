import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { inviter } from "~/access/host.server";
import { Page } from "~/components/page";
import { environment } from "~/environment.server";
import { createInvitation } from "~/models/invitation.server";

export const meta: MetaFunction = () => [{ title: "Invite a teacher · Keyhole" }];
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader(args: LoaderFunctionArgs) {
  return { visitor: await inviter(args) };
}

/** Makes an invitation and shows its link once. */
export async function action(args: ActionFunctionArgs) {
  const by = await inviter(args);
  const origin = environment().ORIGIN ?? new URL(args.request.url).origin;
  const link = `${origin}/invitations/${await createInvitation(by)}`;
  return data({ link }, { headers: { "Cache-Control": "no-store" } });
}

export default function Invite() {
  const { visitor } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <h1>Invite a teacher</h1>
      <p className="read">
        Whoever opens the link first and signs in may make classes and see every question with its key. It works once,
        for 14 days.
      </p>
      {made ? (
        <div className="field">
          <label htmlFor="link">The link</label>
          <span className="hint" id="link-hint">
            It is shown only now. Copy it and send it to one person.
          </span>
          <input className="in" id="link" readOnly value={made.link} aria-describedby="link-hint" />
        </div>
      ) : null}
      <form method="post" className="btns">
        <button className={made ? "btn" : "btn go"} type="submit">
          {made ? "Make another link" : "Make a link"}
        </button>
        {visitor.mayTeach ? (
          <a className="btn plain" href="/teach">
            Back to your classes
          </a>
        ) : null}
      </form>
    </Page>
  );
}
