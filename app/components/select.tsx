import type { ReactNode } from "react";
import { Framed, refused } from "./field";
import type { Reply } from "./form";

type Props = {
  name: string;
  label: string;
  hint?: ReactNode;
  /** Value and words; the first one is what nothing chosen means. */
  options: [value: string, words: string][];
  value: string | undefined;
  reply?: Reply | null | undefined;
};

/** One labelled list to choose from. */
export function Select({ name, label, hint, options, value, reply }: Props) {
  return (
    <Framed id={name} label={label} hint={hint} error={reply?.errors[name]?.[0]}>
      <select {...refused(name, name, hint, reply)} className="in" defaultValue={reply?.typed[name] ?? value ?? ""}>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </Framed>
  );
}
