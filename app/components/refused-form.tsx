import type { ReactNode } from "react";
import { Mark } from "./mark";

/** A field that still lacks something: its id, and what the link to it says. */
export type OpenField = { id: string; name: string };

/** Why a form was not taken, with a link to each field that lacks something. It takes the focus. @param id for who is described by it */
export function RefusedForm({ says, id, open = [], children }: RefusedFormProps) {
  return (
    // biome-ignore lint/a11y/noAutofocus: the page was sent again because of this.
    <div className="said is-wrong refused" role="alert" id={id} tabIndex={-1} autoFocus>
      <Mark name="not-saved" />
      <div>
        <b>{says}</b>
        {children ? <p>{children}</p> : null}
        {open.length > 0 ? (
          <ul>
            {open.map(({ id: field, name }) => (
              <li key={field}>
                <a href={`#${field}`}>{name}</a>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}

type RefusedFormProps = { says: string; id?: string; open?: OpenField[]; children?: ReactNode };
