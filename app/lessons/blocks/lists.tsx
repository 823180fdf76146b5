import type { ReactNode } from "react";
import { Mark } from "~/components/mark";
import type { Learns } from "~/lab/model";
import { type Status, statusWords } from "../statuses";

/** A worked example, place by place. */
export function Steps({ children }: { children?: ReactNode }) {
  return <ol className="steps">{children}</ol>;
}

export function Step({ place, learns, children }: { place: string; learns: Learns; children?: ReactNode }) {
  return (
    <li>
      <span>{place}</span>
      <span className="says">
        <Mark name={learns} />
        {learns}
      </span>
      <span className="why">{children}</span>
    </li>
  );
}

/** Statements in order of time, each with how it is known. */
export function Timeline({ children }: { children?: ReactNode }) {
  return <ol className="timeline">{children}</ol>;
}

export function Entry({ date, status, children }: { date: string; status: Status; children?: ReactNode }) {
  return (
    <li>
      <p className="when">
        <b>{date}</b>{" "}
        <span className="says soft">
          <Mark name={status} />
          {statusWords(status)}
        </span>
      </p>
      <p>{children}</p>
    </li>
  );
}
