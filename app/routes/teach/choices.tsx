import { FieldError } from "~/components/field-error";

type Props = {
  name: string;
  legend: string;
  /** Value, label, what it means. */
  choices: [value: string, label: string, hint?: string | undefined][];
  value: string;
  error?: string | undefined;
};

/** A few ways of which one is chosen, each with what it means. */
export function Choices({ name, legend, choices, value, error }: Props) {
  return (
    <fieldset className="field wide" aria-describedby={error ? `${name}-error` : undefined}>
      <legend>{legend}</legend>
      <FieldError id={name} error={error} />
      <div className="opts">
        {choices.map(([choice, label, hint]) => (
          <label className="opt" key={choice}>
            <input type="radio" name={name} value={choice} defaultChecked={value === choice} />
            <span>
              {label}
              {hint ? <span className="soft small line">{hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
