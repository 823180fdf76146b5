import type { ReactNode } from "react";
import { usePage } from "./page-context";

/** What the sources carry beside what they do not: two boxes of equal size. */
export function Establish({ children }: { children?: ReactNode }) {
  return <div className="est">{children}</div>;
}

export function Does({ children }: { children?: ReactNode }) {
  return <Box title="They establish">{children}</Box>;
}

export function DoesNot({ children }: { children?: ReactNode }) {
  return (
    <Box title="They do not establish" className="not">
      {children}
    </Box>
  );
}

function Box({ title, className, children }: { title: string; className?: string; children?: ReactNode }) {
  const Heading = usePage().paper ? "h4" : "h3";
  return (
    <div className={className}>
      <Heading>{title}</Heading>
      {children}
    </div>
  );
}
