import { FieldError } from "~/components/field-error";

/** One labelled field of several lines. */
export function Area({
  name,
  label,
  hint,
  rows,
  value,
  errors,
}: {
  name: string;
  label: string;
  hint: string;
  rows: number;
  value: string;
  errors: string[] | undefined;
}) {
  return (
    <div className="field wide">
      <label htmlFor={name}>{label}</label>
      <span className="hint" id={`${name}-hint`}>
        {hint}
      </span>
      <FieldError id={name} error={errors?.[0]} />
      <textarea
        className="in"
        id={name}
        name={name}
        rows={rows}
        defaultValue={value}
        aria-invalid={errors ? true : undefined}
        aria-describedby={errors ? `${name}-hint ${name}-error` : `${name}-hint`}
      />
    </div>
  );
}
