import { Mark } from "./mark";

/** What is wrong with a field; the field refers to it by `<id>-error`. Nothing when nothing is. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return error ? (
    <span className="error" id={`${id}-error`}>
      <Mark name="not-saved" />
      {error}
    </span>
  ) : null;
}
