import type { InputHTMLAttributes, ReactNode } from "react";
import { FieldError } from "./field-error";
import { firstBad, type Reply } from "./form";

type Framing = { id: string; label: string; hint?: ReactNode; error: string | undefined };

/** The frame of one labelled control: its label, its hint, what is wrong with it. The control follows as `children`. */
export function Framed({ id, label, hint, error, wide, children }: Framing & { wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? "field wide" : "field"}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      <FieldError id={id} error={error} />
      {children}
    </div>
  );
}

/** What ties a control to its frame. */
export function framed({ id, hint, error }: Omit<Framing, "label">) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return { id, "aria-invalid": error ? true : undefined, "aria-describedby": described || undefined };
}

/** The same for a control of a form that may have been refused: the first bad one takes the focus. */
export function refused(id: string, name: string, hint: ReactNode, reply: Reply | null | undefined) {
  const error = reply?.errors[name]?.[0];
  return { ...framed({ id, hint, error }), name, autoFocus: error !== undefined && firstBad(reply) === name };
}

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, "name"> & {
  name: string;
  label: string;
  hint?: ReactNode;
  /** The refused form this field belongs to: what was typed stays, the error stands between hint and field. */
  reply?: Reply | null | undefined;
};

/** One labelled text field. `id` is needed where two forms of a page have a field of the same name. */
export function Field({ name, label, hint, reply, id = name, className = "in", defaultValue, ...rest }: Props) {
  return (
    <Framed id={id} label={label} hint={hint} error={reply?.errors[name]?.[0]}>
      <input
        {...rest}
        {...refused(id, name, hint, reply)}
        className={className}
        defaultValue={reply?.typed[name] ?? defaultValue}
      />
    </Framed>
  );
}
