import { Children, type ReactNode } from "react";
import { Mark } from "~/components/mark";
import type { Learns } from "~/lab/model";
import { type Also, allWords, type Status, signOf } from "../statuses";
import { usePage } from "./page-context";

/** A worked example, step by step: each shows what to think about, and opens on what comes of it. */
export function Worked({ children }: { children?: ReactNode }) {
  return (
    <div className="stepwise">
      <p className="small soft">
        {Children.count(children) === 1 ? "Think first, then open it." : "Think at each step, then open it."}
      </p>
      <ol>{children}</ol>
    </div>
  );
}

/** One step. On paper it stands open. */
export function Reveal({ ask, children }: { ask: string; children?: ReactNode }) {
  return (
    <li>
      <details open={usePage().paper}>
        <summary>{ask}</summary>
        <div className="why">{children}</div>
      </details>
    </li>
  );
}

/** A worked example, place by place: what an observer there learns is behind the name of the place. */
export function Step({ place, learns, children }: { place: string; learns: Learns; children?: ReactNode }) {
  return (
    <Reveal ask={place}>
      <span className="says">
        <Mark name={learns} />
        {learns}
      </span>{" "}
      {children}
    </Reveal>
  );
}

/** Statements in order of time, each with how it is known. */
export function Timeline({ children }: { children?: ReactNode }) {
  return <ol className="timeline">{children}</ol>;
}

/** @param also a further status beside the first */
export function Entry({
  date,
  status,
  also,
  children,
}: {
  date: string;
  status: Status;
  also?: Also;
  children?: ReactNode;
}) {
  const more = also ? [also] : [];
  return (
    <li>
      <p className="when">
        <b>{date}</b>{" "}
        <span className="says soft">
          <Mark name={signOf(status, more)} />
          {allWords(status, more)}
        </span>
      </p>
      <p>{children}</p>
    </li>
  );
}
