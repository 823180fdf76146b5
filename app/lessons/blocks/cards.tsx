import type { ReactNode } from "react";

/** Statements side by side. */
export function Cards({ children }: { children?: ReactNode }) {
  return <div className="cards">{children}</div>;
}

/** One statement, with who made it and when. */
export function Card({ title, speaker, children }: { title: string; speaker?: string; children?: ReactNode }) {
  return (
    <figure className="slip">
      <figcaption>
        <b>{title}</b> {speaker ? <span className="soft">{speaker}</span> : null}
      </figcaption>
      {children}
    </figure>
  );
}
