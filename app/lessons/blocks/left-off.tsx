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

/** What the classes of a student ask for now. */
export function OpenWork({
  open,
}: {
  open: Pick<MyAssignmentOverview, "id" | "title" | "className" | "dueAt" | "zone" | "state">[];
}) {
  return (
    <section aria-labelledby="given">
      <h2 id="given">From your class</h2>
      <ul className="given">
        {open.map(({ id, title, className, dueAt, zone, state }) => (
          <li key={id}>
            <a href={`/assignments/${id}`}>{title}</a>
            <span className="small soft">
              {className}
              {dueAt ? `, due ${moment(dueAt, zone)}` : ""}
              {state === "in progress" ? ", begun" : state === "late" ? ", late" : ""}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
