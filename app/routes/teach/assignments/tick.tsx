import type { ReactNode } from "react";
import type { Reply } from "~/components/form";

/** One thing that is so or not, with what it means. */
export function Tick({
  name,
  label,
  on,
  reply,
  children,
}: {
  name: string;
  label: string;
  on: boolean;
  reply: Reply | undefined;
  children?: ReactNode;
}) {
  return (
    <label className="opt">
      <input type="checkbox" name={name} value="yes" defaultChecked={reply ? reply.typed[name] !== undefined : on} />
      <span>
        {label}
        {children ? <span className="soft small line">{children}</span> : null}
      </span>
    </label>
  );
}
