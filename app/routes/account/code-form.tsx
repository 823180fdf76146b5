import { Field } from "~/components/field";
import { ErrorSummary, type Reply } from "~/components/form";
import { WhatIsStored } from "./what-is-stored";

/** The way to a class: its code. */
export function CodeForm({ reply }: { reply?: Reply | null | undefined }) {
  return (
    <div className="door">
      <header>
        <h1>Join your class</h1>
      </header>
      <form method="post" action="/join">
        <ErrorSummary reply={reply} />
        <Field
          name="code"
          className="in code"
          label="Class code"
          hint="On the board. Six letters and numbers; capitals do not matter."
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          reply={reply}
        />
        <p className="btns">
          <button className="btn go" type="submit">
            Go on
          </button>
          <a className="btn plain" href="/sign-in">
            I have an account
          </a>
        </p>
      </form>
      <WhatIsStored of="joining" />
    </div>
  );
}
