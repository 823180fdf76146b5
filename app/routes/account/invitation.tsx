import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { anyone, person } from "~/access/visitor.server";
import { Field } from "~/components/field";
import { ErrorSummary, type Reply } from "~/components/form";
import { Page } from "~/components/page";
import { acceptInvitation, findInvitation, type Invitation as Invited } from "~/models/invitation.server";
import { hasPassword } from "~/models/person.server";
import { moment } from "~/text";
import { notProven } from "./code-words";
import { Name, parseForm, refuse } from "./parse-form.server";

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

/** Accepts the invitation: to teach here and, when it names a class, to a place at its desk. */
export async function action(args: ActionFunctionArgs) {
  const me = await person(args);
  const invitation = await findInvitation(args.params.token ?? "");
  const room = invitation?.classroom;
  if (me.device) return refuse({}, { "": [notProven] }, 403);
  if (me.mayTeach && !room) return redirect("/teach");
  const { value, typed, errors } = await parseForm(args.request, z.object({ name: Name.optional() }));
  if (!value) return refuse(typed, errors);
  const name = value.name ?? me.name;
  const done = await acceptInvitation(args.params.token ?? "", me, name);
  if (done === "gone") throw gone();
  if (done === "no account") return redirect(`/sign-up?next=${encodeURIComponent(new URL(args.request.url).pathname)}`);
  if (done === "taken")
    return refuse(
      { name },
      { name: [`Somebody in ${room?.name} is called ${name} already. Choose another name.`] },
      409,
    );
  if (done === "student") return refuse({ name }, { "": [asStudent(room?.name)] }, 409);
  return redirect(room ? `/teach/classes/${room.id}` : "/teach");
}

const asStudent = (room = "this class") =>
  `You are or were a student of ${room}, and nobody is both there. Accept with another account, or ask its teacher.`;

function gone(): Response {
  return new Response("This invitation was used, is over or was mistyped. Ask whoever sent it for a new one.", {
    status: 404,
  });
}

export default function Invitation() {
  const { visitor, account, invitation, next } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (visitor?.mayTeach && !invitation.classroom)
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
      <h1>{headline(invitation)}</h1>
      <p className="read">
        {visitor?.mayTeach ? "" : "You can then make classes, give them quizzes and see every question with its key. "}
        {invitation.classroom?.role === "observer"
          ? `Of ${invitation.classroom.name} you see everything and change nothing. `
          : ""}
        The link works once, until {moment(invitation.expiresAt, null)}.
      </p>
      {account && visitor ? (
        <Accept name={visitor.name} room={invitation.classroom} reply={reply} />
      ) : (
        <>
          <ErrorSummary reply={reply} />
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

function headline({ from, classroom }: Invited): string {
  if (!classroom) return `${from} invites you to teach with Keyhole`;
  return `${from} invites you to ${classroom.role === "teacher" ? "teach" : "observe"} ${classroom.name} with Keyhole`;
}

type AcceptProps = { name: string; room: Invited["classroom"]; reply: Reply | undefined };

function Accept({ name, room, reply }: AcceptProps) {
  return (
    <form method="post">
      <ErrorSummary reply={reply} />
      {room ? (
        <Field
          name="name"
          label={`Your name in ${room.name}`}
          hint="Its students see it."
          defaultValue={name}
          maxLength={60}
          autoComplete="off"
          reply={reply}
        />
      ) : null}
      <p className="btns">
        <button className="btn go" type="submit">
          Accept
        </button>
        <span className="soft">You are signed in as {name}.</span>
      </p>
    </form>
  );
}
