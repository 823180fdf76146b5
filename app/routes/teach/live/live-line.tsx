import { Mark, markCells } from "~/components/mark";
import { Once } from "~/components/once";
import type { LiveColumn } from "~/models/live.server";
import type { LiveRow } from "~/models/live-row.server";
import { many, timeOfDay } from "~/text";
import { type About, dotMarks, dotWords, placeOf, quietFor } from "./live-words";

const inside = markCells(dotMarks, dotWords);

/** One student. What can take the focus has an id, so that it keeps it when the row is drawn anew. */
export function LiveLine({ row, columns, about }: { row: LiveRow; columns: LiveColumn[]; about: About }) {
  const { version, personId, name, attempt, standing, dots } = row;
  const needs = standing.startsWith("stuck");
  return (
    <tr data-v={version} id={about.page ? placeOf(personId) : undefined} className={needs ? "needs" : undefined}>
      <th scope="row">
        {attempt ? (
          <a id={`a${personId}`} href={`/teach/attempts/${attempt}`}>
            {name}
          </a>
        ) : (
          name
        )}
      </th>
      <td className="now">
        <Now row={row} of={columns.length} zone={about.zone} />
      </td>
      {columns.map(({ key }, index) => {
        const dot = dots[index] ?? "not started";
        // biome-ignore lint/security/noDangerouslySetInnerHtml: it is one of the few that are written above.
        return <td key={key} className={`d-${dot.replace(" ", "-")}`} dangerouslySetInnerHTML={inside[dot]} />;
      })}
      {about.observer ? null : (
        <td className="now">
          <Help row={row} about={about} />
        </td>
      )}
    </tr>
  );
}

function Now({
  row: { standing, on, quiet, tries, done, submittedAt },
  of,
  zone,
}: {
  row: LiveRow;
  of: number;
  zone: string;
}) {
  const where = on ? `on ${on.label}` : "";
  if (standing === "finished")
    return (
      <span className="says">
        <Mark name="answered" />
        {submittedAt ? `handed in ${timeOfDay(new Date(submittedAt), zone).slice(0, 5)}` : "finished"}
      </span>
    );
  if (standing === "not started")
    return (
      <span className="says soft">
        <Mark name="not-started" />
        not started
      </span>
    );
  const words = {
    "stuck: tries": `stuck ${where}: ${many(tries, "try", "tries")}`,
    "stuck: time": `stuck ${where}: ${quietFor(quiet ?? 0)}`,
    away: `nothing for ${quietFor(quiet ?? 0)}`,
    working: where || `looking over, ${done} of ${of}`,
  }[standing];
  return (
    <span className="says">
      <Mark name={standing === "away" ? "offline" : standing === "working" ? "working" : "stuck"} />
      {words.replace("  ", " ")}
    </span>
  );
}

/** Each is a form or a page of its own, which comes back here. */
function Help({ row: { personId, name, attempt, standing, deadline, hasPin }, about }: { row: LiveRow; about: About }) {
  const to = `from=${about.assignment}${about.page ? `&page=${about.page}` : ""}`;
  const whom = <span className="vh"> for {name}</span>;
  return (
    <span className="help">
      {attempt && deadline ? (
        <>
          <form method="post" action={`/teach/attempts/${attempt}/minutes?${to}`}>
            <Once />
            <input type="hidden" name="minutes" value="5" />
            <input type="hidden" name="why" value="Added from the live view" />
            <button className="linky" type="submit" id={`m${personId}`}>
              +5 min{whom}
            </button>
          </form>
          <a id={`t${personId}`} href={`/teach/attempts/${attempt}/minutes?${to}`}>
            more time{whom}
          </a>
        </>
      ) : null}
      {attempt && standing === "finished" ? (
        <a id={`r${personId}`} href={`/teach/attempts/${attempt}/reopening?${to}`}>
          give back{whom}
        </a>
      ) : null}
      {hasPin ? (
        <a id={`p${personId}`} href={`/teach/classes/${about.classId}/roster/${personId}/pin?${to}`}>
          new PIN{whom}
        </a>
      ) : null}
    </span>
  );
}
