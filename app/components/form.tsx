import { Mark } from "./mark";

/** What a refused form comes back with: what was typed, and what is wrong with which field ("" is the whole form). */
export type Reply = { typed: Record<string, string>; errors: Record<string, string[]> };

/** The field that gets the focus: the first bad one, "" when the form as a whole was refused. */
export function firstBad(reply: Reply | null | undefined): string | undefined {
  const bad = Object.keys(reply?.errors ?? {});
  return bad.find((name) => name !== "") ?? bad[0];
}

/** What is wrong with a form as a whole. It takes the focus unless a field of the form does. */
export function ErrorSummary({ reply }: { reply: Reply | null | undefined }) {
  const errors = reply?.errors[""];
  if (!errors) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: the page answers a form that was refused; this says why
    <div className="said is-wrong" role="alert" tabIndex={-1} autoFocus={firstBad(reply) === ""}>
      <Mark name="not-saved" />
      <div>
        {errors.map((error) => (
          <p key={error}>{error}</p>
        ))}
      </div>
    </div>
  );
}

/** The end of a form on a page of its own: the button that does it, and the way out without a change. */
export function KeepOrLeave({ keep, leave }: { keep: string; leave: string }) {
  return (
    <p className="btns">
      <button className="btn go" type="submit">
        {keep}
      </button>
      <a className="btn plain" href={leave}>
        Leave it
      </a>
    </p>
  );
}
