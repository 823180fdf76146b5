type Props = {
  name: string;
  label: string;
  /** Value and words; the first one is what nothing chosen means. */
  options: [value: string, words: string][];
  value: string | undefined;
};

/** One labelled list to choose from. */
export function Select({ name, label, options, value }: Props) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select className="in" id={name} name={name} defaultValue={value ?? ""}>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
