import { Table } from "~/components/table";
import type { Timeline as Events, TimelineEvent } from "~/models/attempt-timeline.server";
import { confidenceWords, many, minutes, score, timeOfDay } from "~/text";

/** What happened in an attempt, the first first, day by day. */
export function Timeline({ timeline: { events, hints }, zone }: { timeline: Events; zone: string | null }) {
  const place = zone ? `${zone.split("/").at(-1)?.replaceAll("_", " ")} time` : "UTC";
  return (
    <section className="stack zone" aria-labelledby="timeline">
      <h2 id="timeline">What happened when</h2>
      <Table caption="What happened when" heads={[`Time (${place})`, "Question", "What"]}>
        {events.map((event, index) => {
          const before = events[index - 1];
          const day = dayOf(event.at, zone);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two things of one moment have no other name
            <tr key={index}>
              <th scope="row" className="when">
                {before && dayOf(before.at, zone) === day ? null : <span className="line small soft">{day}</span>}
                {timeOfDay(event.at, zone)}
              </th>
              <td className="num">{"slot" in event ? event.slot : ""}</td>
              <td className="written">{words(event)}</td>
            </tr>
          );
        })}
      </Table>
      {hints.length > 0 ? (
        <p className="small soft">
          Hints looked at: {hints.map(({ slot, taken }) => `${many(taken, "hint")} for question ${slot}`).join(", ")}.
          When is not kept.
        </p>
      ) : null}
    </section>
  );
}

function words(event: TimelineEvent): string {
  switch (event.kind) {
    case "started":
      return "Started";
    case "handed in":
      return "Handed in";
    case "answered": {
      const sure = event.confidence === null ? "" : `, ${confidenceWords[event.confidence]}`;
      const when = event.counted ? (event.late ? " (after it was due)" : "") : " (came too late, does not count)";
      return `${event.answer ? `Answered: ${event.answer}` : "Cleared the answer"}${sure}${when}`;
    }
    case "checked":
      return `Checked the answer, ${["first", "second", "third", "fourth", "fifth"][event.number - 1]} time: ${
        event.fraction === 1 ? "right" : event.fraction > 0 ? "partly right" : "not right"
      }`;
    case "minutes":
      return `${event.by} added ${minutes(event.minutes)}: ${event.why}`;
    case "changed":
      return `${event.by} ${changes[event.change]}${event.why ? `: ${event.why}` : ""}`;
    case "marked":
      return `${marked[event.change]}${event.by ? ` by ${event.by}` : ""}: ${shown(event.from)} → ${shown(event.to)}`;
  }
}

const changes = {
  reopened: "gave it back to go on with",
  "closed again": "handed it in again",
  voided: "let it not count",
  returned: "let it count again",
};

const marked = {
  hand: "Marked",
  override: "Mark changed",
  "taken back": "Changed mark taken back",
  automatic: "Marked again, the answer had changed",
  repair: "Question corrected",
  "repair undone": "Correction undone",
};

function shown(value: number | null): string {
  return value === null ? "no mark" : score(value);
}

function dayOf(at: Date, zone: string | null): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone: zone ?? "UTC" }).format(at);
}
