import { createContext, type ReactNode, useContext } from "react";

/** Whether several options may be ticked, and which are. */
export const Choosing = createContext<{ many: boolean; chosen: string[] }>({ many: false, chosen: [] });

/** One answer to choose. */
export function Option({ value, children }: { value: string; children?: ReactNode }) {
  const { many, chosen } = useContext(Choosing);
  return (
    <label className="opt">
      <input type={many ? "checkbox" : "radio"} name="chosen" value={value} defaultChecked={chosen.includes(value)} />
      <span>{children}</span>
    </label>
  );
}
