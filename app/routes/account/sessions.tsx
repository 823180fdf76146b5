import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { proven } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { type OwnSession, ownSessions } from "~/models/own-sessions.server";
import { ownZone } from "~/models/own-zone.server";
import { loginOf } from "~/models/person.server";
import { idleHours, lifeDays } from "~/models/session-life.server";
import { ownTokenHash } from "~/session.server";
import home from "~/styles/home.css?url";
import { many, moment } from "~/text";

export const links = () => [{ rel: "stylesheet", href: home }];
export const meta: MetaFunction = () => [{ title: "Where you are signed in · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  const me = await proven(args);
  const [zone, login] = [await ownZone(me), await loginOf(me.id)];
  const staff = me.mayTeach || me.host;
  const days = staff ? lifeDays.staff : me.guest ? lifeDays.guest : lifeDays.student;
  const unused = staff ? many(idleHours.staff, "hour") : many(idleHours.student / 24, "day");
  return { me, zone, login, days, unused, sessions: await ownSessions(me, await ownTokenHash(args.request)) };
}

export default function Sessions() {
  const { me, zone, login, days, unused, sessions } = useLoaderData<typeof loader>();
  const others = sessions.filter(({ here }) => !here).length;
  return (
    <Page visitor={me} at="/me" className="home stack">
      <header>
        <p className="eyebrow">
          <a href="/me">{me.guest ? "Your work" : me.name}</a>
        </p>
        <h1>Where you are signed in</h1>
      </header>
      <p className="read">
        {others === 0
          ? "Only here, in this browser."
          : `Here, and in ${many(others, "other browser")}. End what you do not know, and what you left open.`}
      </p>
      <ul className="given">
        {sessions.map((session) => (
          <One key={session.name} session={session} zone={zone} />
        ))}
      </ul>
      {others > 1 ? (
        <form method="post" action="/me/sessions/closure">
          <button className="btn" type="submit">{`Sign out in the other ${others}`}</button>
        </form>
      ) : null}
      <section className="stack">
        <h2>When it ends by itself</h2>
        <p className="read">
          After {unused} without a visit, and {days} days after you signed in at the latest. While you answer a quiz it
          does not end. What you did is kept in any case.
        </p>
        {others > 0 && !me.guest ? <Unknown login={login} /> : null}
      </section>
    </Page>
  );
}

function One({ session, zone }: { session: OwnSession; zone: string | null }) {
  const { name, browser, since, seen, until, device, here } = session;
  const called = browser || "A browser";
  return (
    <li>
      <span>
        <strong>{called}</strong>
        {here ? ", this one" : ""}
        {device ? <span className="small soft line">Your name was picked there, on a device of the class</span> : null}
        <span className="small soft line">Signed in {moment(since, zone)}</span>
        {here ? null : <span className="small soft line">Last seen {moment(seen, zone)}</span>}
        <span className="small soft line">
          {device ? `Ends ${moment(until, zone)}` : `Ends ${moment(until, zone)} if nobody comes back`}
        </span>
      </span>
      {here ? null : (
        <form method="post" action={`/me/sessions/${name}/closure`}>
          <button className="btn" type="submit">
            Sign out there<span className="vh">{`: ${called}, last seen ${moment(seen, zone)}`}</span>
          </button>
        </form>
      )}
    </li>
  );
}

function Unknown({ login }: { login: string | null }) {
  return login ? (
    <p className="read">
      One that you do not know? End it, then <a href="/me/password">change your password</a>.
    </p>
  ) : (
    <p className="read">One that you do not know? End it, then ask your teacher for a new PIN.</p>
  );
}
