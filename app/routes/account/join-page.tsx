import type { Person } from "~/access/rights";
import { Field } from "~/components/field";
import { ErrorSummary, type Reply } from "~/components/form";
import { Page } from "~/components/page";
import type { OpenClass } from "~/models/enrolment.server";
import { CodeForm } from "./code-form";
import { WhatIsStored } from "./what-is-stored";

type Open = { visitor: Person | null; classroom: OpenClass; member: boolean; account: boolean; once: string };
type Refused = { visitor: Person | null; classroom: null; refused: Reply };
type Props = { page: Open | Refused; joining?: Reply | undefined; returning?: Reply | undefined };

/** The page of one class's code: for those who are new, those who come back, and those who are signed in. */
export function JoinPage({ page, joining, returning }: Props) {
  const { visitor, classroom } = page;
  if (!classroom)
    return (
      <Page visitor={visitor} at="/join">
        <CodeForm reply={page.refused} />
      </Page>
    );
  const known = visitor !== null && !visitor.guest;
  return (
    <Page visitor={visitor} at="/join">
      <div className="door">
        <header>
          <h1>{classroom.archived ? classroom.name : `Join ${classroom.name}`}</h1>
          {classroom.teacherName ? <p className="eyebrow">The class of {classroom.teacherName}</p> : null}
        </header>
        <div className="stack">
          {page.member ? (
            <Member account={page.account} />
          ) : classroom.archived ? (
            <p className="read">This class is archived. Nobody new can join it; who was in it can still read.</p>
          ) : (
            <NewHere page={page} reply={joining} known={known ? visitor : null} />
          )}
          {known ? <NotMe name={visitor.name} code={classroom.code} /> : null}
          {page.member ? null : <BackHere code={classroom.code} reply={returning} />}
        </div>
        <WhatIsStored of={page.account ? "account" : "joining"} />
      </div>
    </Page>
  );
}

function Member({ account }: { account: boolean }) {
  return (
    <>
      <p className="read">You are in this class.</p>
      {account ? null : (
        <p>Your PIN was shown once. If you did not write it down, your teacher can give you a new one.</p>
      )}
      <p className="btns">
        <a className="btn go" href="/me">
          Your work
        </a>
      </p>
    </>
  );
}

function NewHere({ page, reply, known }: { page: Open; reply: Reply | undefined; known: Person | null }) {
  const { code } = page.classroom;
  return (
    <form method="post" action={`/join/${code}`}>
      <h2>{known ? "Join as yourself" : "I am new"}</h2>
      <ErrorSummary reply={reply} />
      <Field
        name="name"
        label="Your name, as your teacher knows you"
        hint="Only your teacher sees it. No e-mail is needed."
        autoComplete="name"
        defaultValue={known?.name}
        reply={reply}
      />
      <input type="hidden" name="once" value={page.once} />
      <p className="btns">
        <button className="btn go" type="submit">
          {known ? `Join as ${known.name}` : "Join"}
        </button>
        {known ? null : (
          <a className="btn plain" href={`/sign-in?next=${encodeURIComponent(`/join/${code}`)}`}>
            I have an account
          </a>
        )}
      </p>
    </form>
  );
}

function NotMe({ name, code }: { name: string; code: string }) {
  return (
    <form method="post" action={`/sign-out?next=${encodeURIComponent(`/join/${code}`)}`}>
      <p>
        Not {name}?{" "}
        <button className="linky" type="submit">
          Sign {name} out first
        </button>
      </p>
    </form>
  );
}

function BackHere({ code, reply }: { code: string; reply: Reply | undefined }) {
  return (
    <form method="post" action={`/join/${code}/sign-in`}>
      <h2>I was here before</h2>
      <ErrorSummary reply={reply} />
      <Field name="name" id="back-name" label="Your name in this class" autoComplete="name" reply={reply} />
      <Field
        name="pin"
        id="back-pin"
        label="Your PIN"
        hint="Six digits."
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        reply={reply}
      />
      <p className="btns">
        <button className="btn" type="submit">
          Sign in with the PIN
        </button>
      </p>
    </form>
  );
}
