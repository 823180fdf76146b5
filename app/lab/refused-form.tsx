import type { ReactNode } from "react";
import { Mark } from "~/components/mark";

/** Why a form was not taken, with a link to each place that still needs an answer. It takes the focus. */
export function RefusedForm({ says, open, children }: RefusedFormProps) {
  return (
    // biome-ignore lint/a11y/noAutofocus: the page was sent again because of this.
    <div className="said is-wrong refused" role="alert" tabIndex={-1} autoFocus>
      <Mark name="not-saved" />
      <div>
        <b>{says}</b>
        <p>{children}</p>
        <ul>
          {open.map(({ to, words }) => (
            <li key={to}>
              <a href={`#${to}`}>{words}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

type RefusedFormProps = {
  says: string;
  /** The ids of the fields without an answer, and what each is called. */
  open: { to: string; words: string }[];
  children: ReactNode;
};
