import type { ReactNode } from "react";
import { FieldError } from "./field-error";
import { firstBad, type Reply } from "./form";

/** One labelled field for several lines of text. */
export function TextArea({
  name,
  label,
  hint,
  rows = 4,
  defaultValue,
  reply,
}: {
  name: string;
  label: string;
  hint?: ReactNode;
  rows?: number;
  defaultValue?: string;
  reply?: Reply | null | undefined;
}) {
  const error = reply?.errors[name]?.[0];
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <div className="field wide">
      <label htmlFor={name}>{label}</label>
      {hint ? (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      ) : null}
      <FieldError id={name} error={error} />
      {/* The first line break of a textarea is not part of its value. */}
      <textarea
        className="in"
        id={name}
        name={name}
        rows={rows}
        defaultValue={reply?.typed[name] ?? defaultValue}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        // biome-ignore lint/a11y/noAutofocus: only in the answer to a refused form, where the first bad field comes next
        autoFocus={error !== undefined && firstBad(reply) === name}
      />
    </div>
  );
}
