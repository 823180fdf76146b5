import type { ReactNode } from "react";
import type { Installation } from "~/models/installation.server";

/** Where it is and whether it is locked there: on the way, where it lies, in the browser, and who holds each key. */
export function OnTheWay({ here }: { here: Installation }) {
  const { cookie, database } = here;
  return (
    <section className="stack" aria-labelledby="locked">
      <h2 id="locked">Where it is, and whether it is locked there</h2>
      <dl className="facts">
        <Fact name="Where">
          {database.kind === "embedded" ? (
            <p>In files on the machine that serves this page, in a folder of its own.</p>
          ) : (
            <p>In a PostgreSQL database on {database.host || "the same machine"}.</p>
          )}
          <p>
            Keyhole makes no copies of it. Whoever runs this installation may: such copies hold what was stored on their
            day, and this page cannot see them. Ask how long they are kept.
          </p>
        </Fact>
        <Fact name="In transit">
          <InTransit here={here} />
        </Fact>
        <Fact name="At rest">
          <p>
            Keyhole itself does not encrypt the database. Whether a thief of the disk could read it depends on the disk
            encryption of the machine, which the people who run it set up. Ask them.
          </p>
          <p>
            Only what lets somebody in is not stored as it is: of passwords and PINs there is a scrambled form (argon2)
            from which they cannot be read back, of cookies and links a fingerprint.
          </p>
          <p>Nothing is end-to-end encrypted: your teacher has to be able to read your answers.</p>
        </Fact>
        <Fact name="By e-mail">
          {here.mailServer ? (
            <p>
              Only a link for a new password, when you ask for one. Your address and name go to the mail server{" "}
              {here.mailServer}, over an encrypted connection unless it is this machine, and from there on as e-mail
              goes: each mail server on the way can read it.
            </p>
          ) : (
            <p>Nothing. This installation sends no e-mail.</p>
          )}
        </Fact>
        <Fact name="Who holds the keys">
          <p>
            {here.transit === "https"
              ? "The key of the encrypted connection: whoever runs this address. "
              : "There is no encrypted connection to hold a key of. "}
            The key of the disk, if it has one: whoever runs the machine. You hold none, except to your own account.
          </p>
          {here.keyApart ? (
            <p>
              A PIN has only six digits, so it could be found by trying. It is therefore scrambled together with a key
              that is not in the database. Who has a copy of the database alone cannot try.
            </p>
          ) : (
            <p>
              A PIN has only six digits, and this installation runs without a key of its own to scramble it with: who
              has a copy of the database can find it by trying.
            </p>
          )}
        </Fact>
        <Fact name="In your browser">
          <p>
            A cookie named {cookie.name}. It holds a random number that tells us that it is you again, for {cookie.days}{" "}
            days at most, a year for a guest, or until you sign out or were not here for {cookie.unusedDays} days.
            Scripts cannot read it.
          </p>
          <p>
            Once you signed in, another one named {cookie.known}, for a year. By it we know this browser again when you
            sign in, so that somebody who guesses at your password elsewhere does not make you wait. It says nothing to
            others, and stays when you sign out.
          </p>
          <p>
            If you change how pages look, one more named reader, with nothing in it but that. If you hide the time of a
            quiz, the browser remembers that too.
          </p>
          <p>Quiz answers that have not reached us yet wait in your browser, and leave it when they have.</p>
        </Fact>
      </dl>
    </section>
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

function InTransit({ here: { transit, address, database, proxies } }: { here: Installation }) {
  return (
    <>
      {transit === "https" ? <p>Between your browser and {address}: encrypted with TLS.</p> : null}
      {transit === "https" && proxies > 0 ? (
        <p>
          The encryption ends at a proxy in front of Keyhole. From there the request goes on inside the network of
          whoever runs it.
        </p>
      ) : null}
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
      {database.kind === "postgres" && database.transit === "local" ? (
        <p>Between Keyhole and its database: on one machine, so nothing crosses a network.</p>
      ) : null}
    </>
  );
}
