import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { anyone } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { type Installation, installation } from "~/models/installation.server";
import sources from "~/styles/sources.css?url";

export const links = () => [{ rel: "stylesheet", href: sources }];
export const meta: MetaFunction = () => [
  { title: "What is stored about you · Keyhole" },
  { name: "description", content: "What this installation stores, where, encrypted how, and who can read it." },
];

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  return { visitor, here: installation() };
}

export default function Privacy() {
  const { visitor, here } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} className="stack">
      <h1>What is stored about you, and who can read it</h1>
      <p className="read">
        Keyhole teaches to ask where data is, whether it is locked there, and who holds the key. Here are the answers
        for this installation, as it runs now.
      </p>
      <dl className="facts">
        <Fact name="What is stored">
          <p>
            If you only read: nothing. When you first keep a prediction, answer a question or press Next, Keyhole makes
            a guest for this browser. From then on it stores what you answered and when, and which sections you have
            read. For a question you missed in a quiz it also stores when it comes back and how you answered it then;
            only you see that.
          </p>
          <p>
            If you join a class or make an account: also your name, your class, and a scrambled form of your PIN or
            password from which it cannot be read back. An e-mail address is never required. If your teacher gives you
            extra time, that too; your classmates never see it.
          </p>
          <p>Quiz answers that have not reached us yet wait in your browser, and leave it when they have.</p>
        </Fact>
        <Fact name="Where">{where(here)}</Fact>
        <Fact name="In transit">{transit(here)}</Fact>
        <Fact name="At rest">
          <p>
            Keyhole itself does not encrypt the database. Whether a thief of the disk could read it depends on the disk
            encryption of the machine, which the people who run it set up. Ask them.
          </p>
          <p>Nothing is end-to-end encrypted: your teacher has to be able to read your answers.</p>
        </Fact>
        <Fact name="Who can read it">
          <ul className="plainlist">
            <li>
              You: your own work, under <a href="/me">Your work</a>.
            </li>
            <li>
              The teachers of your class: your name and your answers to what the class was given. They do not see
              practice or predictions.
            </li>
            <li>Whoever runs this installation: everything in the database, if they look into it.</li>
            <li>Nobody else. No page loads anything from another company, and there are no trackers.</li>
          </ul>
          {here.demo ? (
            <p>This is the demonstration: anybody at this machine can look around as any of the sample people.</p>
          ) : null}
        </Fact>
        <Fact name="Cookies">
          <p>
            One, named {here.cookie.name}. It holds a random number that tells us that it is you again, for{" "}
            {here.cookie.days} days or until you sign out. Scripts cannot read it. We keep only its fingerprint.
          </p>
        </Fact>
      </dl>
    </Page>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="stack">{children}</dd>
    </div>
  );
}

function where({ database }: Installation) {
  if (database.kind === "embedded")
    return <p>In files on the machine that serves this page, in the folder {database.folder}.</p>;
  return <p>In a PostgreSQL database on {database.host || "the same machine"}.</p>;
}

function transit({ transit, address, database }: Installation) {
  return (
    <>
      {transit === "https" ? <p>Between your browser and {address}: encrypted with TLS.</p> : null}
      {transit === "local" ? <p>You reach Keyhole on the machine it runs on, so nothing crosses a network.</p> : null}
      {transit === "open" ? (
        <p>
          <strong>Not encrypted.</strong> You reach {address} over plain http: whoever shares this Wi-Fi can read what
          you send, answers and PINs included.
        </p>
      ) : null}
      {database.kind === "postgres" && database.transit === "sealed" ? (
        <p>Between Keyhole and its database: encrypted with TLS.</p>
      ) : null}
      {database.kind === "postgres" && database.transit === "open" ? (
        <p>Between Keyhole and its database: not encrypted by its settings.</p>
      ) : null}
    </>
  );
}
