import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seenClass, taughtClass } from "~/access/classes.server";
import { Page } from "~/components/page";
import { environment } from "~/environment.server";
import { invitationDays, inviteToClass, openInvitations } from "~/models/invitation.server";
import { formerStaff, staff } from "~/models/staff.server";
import teach from "~/styles/teach.css?url";
import { many } from "~/text";
import { parseForm, refuse } from "../../account/parse-form.server";
import { Choices } from "../choices";
import { ClassHead } from "../classes/class-head";
import { Removed } from "../removed";
import { lastTeacher } from "./colleague.server";
import { StaffTable } from "./staff-table";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? "Class"}: who teaches here · Keyhole` },
];
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const seen = await seenClass(args);
  const { id, name, zone, archivedAt, observer, viewer: visitor } = seen;
  return {
    ...{ visitor, id, name, zone, archivedAt, observer, days: invitationDays },
    present: await staff(seen),
    former: await formerStaff(seen),
    open: await openInvitations(seen),
    kept: new URL(args.request.url).searchParams.has("last") ? lastTeacher : null,
  };
}

/** Makes a link for one colleague and shows it once. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  const { value, typed, errors } = await parseForm(args.request, NewLink);
  if (!value) return refuse(typed, errors);
  const origin = environment().ORIGIN ?? new URL(args.request.url).origin;
  const link = `${origin}/invitations/${await inviteToClass(taught, value.role)}`;
  return data({ link, role: value.role }, { headers: { "Cache-Control": "no-store" } });
}

const NewLink = z.object({ role: z.enum(["teacher", "observer"], "Choose what the colleague may do.") });

export default function Staff() {
  const { visitor, id, name, zone, archivedAt, observer, present, former, kept } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <ClassHead of={{ id, name, zone, archivedAt }} heading="Who teaches here" at="/staff" />
      {kept ? (
        <p className="said is-wrong" role="alert">
          <span>{kept}</span>
        </p>
      ) : null}
      <p className="read">
        Teachers change the class and mark. An observer reads everything of it, answers and marks too, and changes
        nothing.
      </p>
      <StaffTable id={id} zone={zone} me={visitor.id} mayChange={!observer} staff={present} />
      <Removed
        heading="Not here any more"
        says="They cannot open the class. What they did in it stays."
        gone={former.map(({ personId, name, role }) => ({
          id: personId,
          name,
          said: `${name}, ${role}`,
          back: observer ? null : `/teach/classes/${id}/staff/${personId}/return`,
        }))}
      />
      {observer ? null : (
        <p className="btns">
          <a className="btn plain" href={`/teach/classes/${id}/audit`}>
            Who looked at or changed what
          </a>
        </p>
      )}
      {observer ? null : <Invite />}
    </Page>
  );
}

function Invite() {
  const { id, open, days } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const made = reply && "link" in reply ? reply : null;
  const refused = reply && "errors" in reply ? reply : null;
  return (
    <section aria-labelledby="invite" className="stack">
      <h2 id="invite">Ask a colleague in</h2>
      {made ? (
        <div className="field wide">
          <label htmlFor="link">The link for {made.role === "teacher" ? "a teacher" : "an observer"}</label>
          <span className="hint" id="link-hint">
            It is shown only now. Copy it and send it to one person.
          </span>
          <input className="in" id="link" readOnly value={made.link} aria-describedby="link-hint" />
        </div>
      ) : (
        <p className="read">
          You send a link. It works once, for {days} days: whoever opens it and signs in with an account comes to this
          class, and may make classes and see every question with its key.
        </p>
      )}
      <form method="post" action={`/teach/classes/${id}/staff#invite`}>
        <Choices
          name="role"
          legend="The colleague"
          choices={[
            ["teacher", "teaches the class with you", "and may change all that you may"],
            ["observer", "only looks at it", "a mentor, a substitute, somebody from special education"],
          ]}
          value={made?.role ?? "teacher"}
          error={refused?.errors.role?.[0]}
        />
        <p className="btns">
          <button className={made ? "btn" : "btn go"} type="submit">
            {made ? "Make another link" : "Make a link"}
          </button>
        </p>
      </form>
      {open > 0 ? (
        <form method="post" action={`/teach/classes/${id}/staff/links/closure`} className="undoline">
          <span>{many(open, "link has", "links have")} not been used yet.</span>
          <button className="linky" type="submit">
            Let {open === 1 ? "it" : "them"} open nothing any more
          </button>
        </form>
      ) : null}
    </section>
  );
}
