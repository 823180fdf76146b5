import type { MarkGiven, MarkKind } from "~/models/mark-log.server";
import { moment, points } from "~/text";

/** Every change of one mark: who, when, what stood there before, why. */
export function MarkHistory({ history, zone }: { history: MarkGiven[]; zone: string | null }) {
  if (history.length === 0) return null;
  return (
    <section className="small">
      <h2 className="minor">How it was marked</h2>
      <ul>
        {history.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once and never changes its order
          <li key={index}>
            {moment(one.markedAt, zone)}: {one.by ?? "Marked again by itself"}
            {did[one.kind]} {one.newScore === null ? "waiting for a mark" : points(one.newScore)}
            {one.oldScore === null ? "" : `, before ${points(one.oldScore)}`}
            {one.comment ? `. “${one.comment}”` : ""}
          </li>
        ))}
      </ul>
    </section>
  );
}

const did: Record<MarkKind, string> = {
  hand: " gave",
  override: " changed the mark to",
  "taken back": " took the change back:",
  automatic: ", because the answer had changed:",
  repair: " corrected the question:",
  "repair undone": " took a correction of the question back:",
};
