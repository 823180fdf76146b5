import type { MyAssignmentOverview } from "~/models/my-assignments.server";
import type { Place } from "~/models/reading.server";
import { moment } from "~/text";

/** Where the reader stopped. */
export function LeftOff({ place }: { place: Place }) {
  return (
    <div className="yours stack">
      <p>
        <strong>You were here</strong>
        <br />
        {place.title} · {place.heading}
      </p>
      <p className="btns">
        <a className="btn go" href={`/lessons/${place.lesson}/${place.section}`}>
          Carry on reading
        </a>
      </p>
    </div>
  );
}

/** What is next of what the classes of a student ask for. */
export function OpenWork({
  open,
}: {
  open: Pick<
    MyAssignmentOverview,
    "id" | "title" | "className" | "opensAt" | "dueAt" | "zone" | "state" | "reminder"
  >[];
}) {
  return (
    <section aria-labelledby="given">
      <h2 id="given">Next, from your class</h2>
      <ul className="given">
        {open.map(({ id, title, className, opensAt, dueAt, zone, state, reminder }) => (
          <li key={id}>
            <span>
              <a href={`/assignments/${id}`}>{title}</a>
              <span className="small soft line">
                {className}
                {state === "not open yet" && opensAt
                  ? `, opens ${moment(opensAt, zone)}`
                  : dueAt
                    ? `, due ${moment(dueAt, zone)}`
                    : ""}
              </span>
            </span>
            <span className="small">
              {reminder ? <strong className="line">{reminder}</strong> : null}
              {state === "in progress" ? "begun" : ""}
            </span>
          </li>
        ))}
      </ul>
      <p className="small">
        <a href="/me">Everything that was given to you</a>
      </p>
    </section>
  );
}
