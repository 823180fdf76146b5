import { Table } from "~/components/table";
import type { Planned } from "~/models/plan-copy.server";
import type { Dates } from "~/models/shifted-dates.server";
import { dates } from "./phase-words";

/** What a plan would be on its new dates, one row an assignment, and the button that copies it. */
export function PlanPreview({
  rows,
  from,
  zone,
  name,
}: {
  rows: (Planned & { after: Dates })[];
  from: string;
  zone: string;
  name: string;
}) {
  const copied = rows.filter(({ fit }) => fit).length;
  const said = (lines: string[]) => (lines.length > 0 ? lines.map((line) => <div key={line}>{line}</div>) : "no dates");
  return (
    <section aria-labelledby="preview" className="stack">
      <h2 id="preview">What {name} gets</h2>
      <Table caption="The plan with its old and new dates" heads={["What", "Until now", "Then"]}>
        {rows.map((one) => (
          <tr key={one.id}>
            <th scope="row">{one.title}</th>
            <td>{said(dates(one, from))}</td>
            <td>
              {one.fit
                ? said(dates(one.after, zone))
                : "Not copied: its quiz is retired, or has questions that are not ready."}
            </td>
          </tr>
        ))}
      </Table>
      <p className="btns">
        <button className="btn go" type="submit">
          {copied === 1 ? "Copy it" : `Copy these ${copied}`}
        </button>
      </p>
    </section>
  );
}
