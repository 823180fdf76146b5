import { FieldError } from "./field-error";
import { firstBad, type Reply } from "./form";

type Props = {
  name: string;
  label: string;
  /** Value and words; the first one is what nothing chosen means. */
  options: [value: string, words: string][];
  value: string | undefined;
  reply?: Reply | null | undefined;
};

/** One labelled list to choose from. */
export function Select({ name, label, options, value, reply }: Props) {
  const error = reply?.errors[name]?.[0];
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <FieldError id={name} error={error} />
      <select
        className="in"
        id={name}
        name={name}
        defaultValue={value ?? ""}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
        // biome-ignore lint/a11y/noAutofocus: only in the answer to a refused form, where the first bad field comes next
        autoFocus={error !== undefined && firstBad(reply) === name}
      >
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
