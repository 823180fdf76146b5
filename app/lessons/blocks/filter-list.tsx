type Props = {
  name: string;
  label: string;
  /** What nothing chosen says. */
  all: string;
  /** Value and words. */
  options: (readonly [value: string, words: string])[];
  value: string | null;
};

/** One list of a form that says what to show. */
export function FilterList({ name, label, all, options, value }: Props) {
  return (
    <label>
      {label}
      <select className="in" name={name} defaultValue={value ?? ""}>
        <option value="">{all}</option>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
