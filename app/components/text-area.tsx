import { firstBad, type Reply } from "./form";
import { Mark } from "./mark";

/** One labelled field for more than a line. */
export function TextArea({
  name,
  label,
  hint,
  defaultValue,
  reply,
}: {
  name: string;
  label: string;
  hint: string;
  defaultValue?: string;
  reply: Reply | null | undefined;
}) {
  const error = reply?.errors[name]?.[0];
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <span className="hint" id={`${name}-hint`}>
        {hint}
      </span>
      {error ? (
        <span className="error" id={`${name}-error`}>
          <Mark name="not-saved" />
          {error}
        </span>
      ) : null}
      <textarea
        className="in"
        id={name}
        name={name}
        rows={3}
        aria-describedby={error ? `${name}-hint ${name}-error` : `${name}-hint`}
        aria-invalid={error ? true : undefined}
        // biome-ignore lint/a11y/noAutofocus: only in the answer to a refused form, where the first bad field comes next
        autoFocus={error !== undefined && firstBad(reply) === name}
        defaultValue={reply?.typed[name] ?? defaultValue}
      />
    </div>
  );
}
