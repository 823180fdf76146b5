import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { person } from "~/access/visitor.server";
import { AskedNow } from "~/components/asked-now";
import { Page } from "~/components/page";
import { PractisedList } from "~/lessons/blocks/practised-list";
import { practisedBy } from "~/lessons/practised.server";
import { myWork } from "~/models/attempt-list.server";
import { listMyClasses } from "~/models/enrolment.server";
import { listMine } from "~/models/my-assignments.server";
import { loginOf } from "~/models/person.server";
import { standing } from "~/models/review-queue.server";
import { closeMineIfOver } from "~/models/submission.server";
import { votesFor } from "~/models/vote.server";
import home from "~/styles/home.css?url";
import { nextAddress } from "../account/enter.server";
import { Assigned, Done } from "../account/my-work";
import { ComingBack } from "./coming-back";

export const links = () => [{ rel: "stylesheet", href: home }];
export const meta: MetaFunction = () => [{ title: "Your work · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  const me = await person(args);
  const next = nextAddress(args.request);
  // Before everything, so that an attempt which ran out a second ago does not stand in two lists.
  await closeMineIfOver(me);
  const has = { closed: true } as const;
  return {
    me,
    login: await loginOf(me.id),
    votes: await votesFor(me),
    given: await listMine(me, has),
    done: await myWork(me, has),
    practised: await practisedBy(me),
    comingBack: await standing(me),
    classes: await listMyClasses(me),
    moved: new URL(args.request.url).searchParams.has("moved"),
    next: next === "/me" ? null : next,
  };
}

export default function Me() {
  const { me, login, votes, given, done, practised, comingBack, classes, moved, next } = useLoaderData<typeof loader>();
  const learns = classes.filter(({ role }) => role === "student");
  return (
    <Page visitor={me} at="/me" className="home stack">
      <h1>{me.guest ? "Your work" : me.name}</h1>
      <AskedNow votes={votes} />
      {moved ? (
        <p className="read" role="status">
          What you did as a guest is now in your account.{" "}
          {next ? <a href={next}>Go on to where you were going</a> : null}
        </p>
      ) : null}
      {me.guest ? (
        <p className="read">
          You are here as a guest. Your work is kept for this browser only. <a href="/sign-up">Make an account</a> or{" "}
          <a href="/join">join your class</a> to keep it; everything you did comes along.
        </p>
      ) : null}
      {learns.length > 0 || given.length > 0 ? (
        <section className="stack">
          <h2>From your classes</h2>
          <Assigned given={given} />
        </section>
      ) : null}
      <ComingBack standing={comingBack} />
      <section className="stack">
        <h2>What you have done</h2>
        <h3>In quizzes</h3>
        <Done done={done} />
        <h3>In lessons, and beside them</h3>
        <PractisedList practised={practised} />
      </section>
      {me.guest ? null : <Account login={login} name={me.name} device={me.device} />}
      {classes.length > 0 ? (
        <section className="stack">
          <h2>Your classes</h2>
          <ul className="key">
            {classes.map(({ id, name, role, myName }) => (
              <li key={id}>
                {role !== "student" ? <a href={`/teach/classes/${id}`}>{name}</a> : `${name}, as ${myName}`}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className="btns">
        <a className="btn" href="/me/progress">
          How far you are
        </a>
        <a className="btn" href="/join">
          Join a class
        </a>
        {me.device ? null : (
          <a className="btn plain" href="/me/export.html">
            Save all that is stored about you
          </a>
        )}
        {me.host ? (
          <a className="btn plain" href="/host">
            Run this installation
          </a>
        ) : null}
      </p>
    </Page>
  );
}

function Account({ login, name, device }: { login: string | null; name: string; device: boolean }) {
  return (
    <section className="stack">
      <h2>How you sign in</h2>
      {login ? (
        <p>
          With {login} and your password. <a href="/me/password">Change the password</a>
        </p>
      ) : (
        <p>
          With the code of your class, your name in it and your PIN. <a href="/sign-up">Make an account</a> to sign in
          without the class; your work stays yours.
        </p>
      )}
      <form method="post" action="/sign-out" className="btns">
        <button className="btn" type="submit">{`Sign ${name} out`}</button>
        {device ? null : (
          <a className="btn plain" href="/me/sessions">
            Where you are signed in
          </a>
        )}
      </form>
    </section>
  );
}
