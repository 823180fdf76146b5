import type { InputProps } from "../contract";
import type { Body, Response } from "./schema";

/** A text field, not type=number: that one drops a decimal comma or a unit without a word. */
export function Input({ body, response, name, labelledBy }: InputProps<Body, Response>) {
  return (
    <div className="field">
      <span className="says">
        <input
          className="in"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          name={name}
          defaultValue={response?.text}
          aria-labelledby={body.unit ? `${labelledBy} ${name}.unit` : labelledBy}
        />
        {body.unit && <span id={`${name}.unit`}>{body.unit}</span>}
      </span>
    </div>
  );
}
