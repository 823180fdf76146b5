import type { Installation } from "~/models/installation.server";

/** Everybody who can read something, from who is nearest to who is furthest. */
export function WhoReads({ demo }: { demo: boolean }) {
  return (
    <section className="stack" aria-labelledby="who">
      <h2 id="who">Who can read it</h2>
      <ul className="plainlist">
        <li>
          <b>You:</b> your own work, under <a href="/me">Your work</a>, and all of it as a file.
        </li>
        <li>
          <b>Your classmates:</b> never your answers with your name. When a class is asked together, the projector shows
          how many answered what.
        </li>
        <li>
          <b>The teachers of your class, and those who observe it:</b> your name, your answers to what the class was
          given and how far you read what it was given. They do not see practice. Of what you put into lessons they see
          numbers without names, and what you chose to share. Of the lab they see numbers too, and on a click who
          predicted what.
        </li>
        <li>
          <b>Other teachers here:</b> nothing of you.
        </li>
        <li>
          <b>Whoever runs this installation:</b> everything in the database, if they look into it. No page shows your
          work to them; pages show them who is here, and who looked at or changed what.
        </li>
        <li>
          Who of them opened your work on a page, or changed something of it, is written down, and{" "}
          <a href="/me/audit">told to you</a>.
        </li>
        <li>
          <b>Nobody else.</b> No page loads anything from another company, and there are no trackers.
        </li>
      </ul>
      {demo ? (
        <p>This is the demonstration: anybody at this machine can look around as any of the sample people.</p>
      ) : null}
    </section>
  );
}

/** What the school could hand over, and what it could not because it has not got it. */
export function AnOrder({ here, known }: { here: Installation; known: boolean }) {
  return (
    <section className="stack" aria-labelledby="order">
      <h2 id="order">What an order to the school could yield</h2>
      <p className="read">
        Who holds the data and can read it can be told to hand it over. Here that is whoever runs this installation,
        since nothing is end-to-end encrypted.
      </p>
      <div className="yields">
        <div>
          <h3>What could be handed over</h3>
          <ul className="plainlist">
            <li>
              {known
                ? "Everything that is counted above, in readable form, also what is not shown to you yet."
                : "About you nothing, as long as it does not know you."}
            </li>
            <li>The same in every copy that was made of the database, what you deleted since included.</li>
            <li>
              The scrambled form of your PIN or password.{" "}
              {here.keyApart
                ? "The key that a PIN is scrambled with is not in the database, but whoever runs this installation has it too. With both a PIN can be found by trying; a long password cannot."
                : "A PIN can be found from it by trying; a long password cannot."}
            </li>
            {here.logsRequests ? (
              <li>
                The server’s log. It is set to write down which address was asked for and when, without names or
                answers.
              </li>
            ) : null}
            {here.proxies > 0 ? (
              <li>
                Whatever the proxy in front writes down. Keyhole does not know; often network addresses and times.
              </li>
            ) : null}
          </ul>
        </div>
        <div>
          <h3>What could not, because it is not kept</h3>
          <ul className="plainlist">
            <li>Which pages you looked at, but for when you first opened a section while signed in.</li>
            <li>Your network address. Of wrong tries to sign in there is a keyed fingerprint, for a day at most.</li>
            {here.logsRequests ? null : <li>A log of requests: none is written.</li>}
            <li>An e-mail address, unless you chose one as your user name.</li>
            <li>What you typed and took back before it was saved.</li>
          </ul>
        </div>
      </div>
    </section>
  );
}
