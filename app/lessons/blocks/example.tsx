import type { ReactNode } from "react";
import { usePage } from "./page-context";

/** One way to answer the question before it, closed so that its reader writes first. On paper it stands open. */
export function Example({ children }: { children?: ReactNode }) {
  return (
    <details className="example" open={usePage().paper}>
      <summary>One way to say it</summary>
      {children}
    </details>
  );
}
