type Props = {
  name: string;
  legend: string;
  /** Value, label, what it means. */
  choices: [value: string, label: string, hint?: string][];
  value: string;
  error?: string | undefined;
};

/** A few ways of which one is chosen, each with what it means. */
export function Choices({ name, legend, choices, value, error }: Props) {
  return (
    <fieldset className="field wide">
      <legend>{legend}</legend>
      {error ? <span className="error">{error}</span> : null}
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
