import type { ReactNode } from "react";
import { Framed, refused } from "./field";
import type { Reply } from "./form";

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
  return (
    <Framed id={name} label={label} hint={hint} error={reply?.errors[name]?.[0]} wide>
      <textarea
        {...refused(name, name, hint, reply)}
        className="in"
        rows={rows}
        defaultValue={reply?.typed[name] ?? defaultValue}
      />
    </Framed>
  );
}
