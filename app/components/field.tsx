import type { InputHTMLAttributes, ReactNode } from "react";
import { FieldError } from "./field-error";
import { firstBad, type Reply } from "./form";

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, "name"> & {
  name: string;
  label: string;
  hint?: ReactNode;
  /** The refused form this field belongs to: what was typed stays, the error stands between hint and field. */
  reply?: Reply | null | undefined;
};

/** One labelled text field. `id` is needed where two forms of a page have a field of the same name. */
export function Field({ name, label, hint, reply, id = name, className = "in", defaultValue, ...rest }: Props) {
  const error = reply?.errors[name]?.[0];
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      <FieldError id={id} error={error} />
      <input
        {...rest}
        className={className}
        id={id}
        name={name}
        defaultValue={reply?.typed[name] ?? defaultValue}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        // biome-ignore lint/a11y/noAutofocus: only in the answer to a refused form, where the first bad field comes next
        autoFocus={error !== undefined && firstBad(reply) === name}
      />
    </div>
  );
}
