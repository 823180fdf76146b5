import type { AttemptEvent } from "~/models/attempt-change.server";
import { moment } from "~/text";

const words: Record<AttemptEvent["kind"], string> = {
  reopened: "was given back to go on with",
  "closed again": "was handed in again",
  voided: "does not count",
  returned: "counts again",
};

/** What a teacher did to attempts: who, when, why. Students and teachers read the same. */
export function AttemptEvents({ events, zone }: { events: AttemptEvent[]; zone: string | null }) {
  if (events.length === 0) return null;
  return (
    <ul className="small">
      {events.map(({ kind, number, at, by, why }) => (
        <li key={at.getTime()}>
          {moment(at, zone)}: attempt {number} {words[kind]} ({by}){why ? `: “${why}”` : ""}
        </li>
      ))}
    </ul>
  );
}
