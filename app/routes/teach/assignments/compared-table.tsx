import { plain } from "~/components/prose";
import { Table } from "~/components/table";
import { ShareStrip } from "~/figures/plots/strip";
import type { ComparedQuestion } from "~/models/comparison.server";
import { percent } from "~/text";
import { between, hundredths } from "./figure-words";

/** The facility of each question on both sides, and how far apart they are. */
export function ComparedTable({ questions }: { questions: ComparedQuestion[] }) {
  if (questions.length === 0) return <p className="read">Nothing is handed in yet that could be compared.</p>;
  return (
    <>
      <Table caption="Facility on both sides" heads={["Question", "First", "Second", "Difference"]}>
        {questions.map(({ item, slot, stem, one, other, difference }) => (
          <tr key={item}>
            <th scope="row" className="asked">
              {slot}. {plain(stem)}
            </th>
            <Part part={one} />
            <Part part={other} />
            <td className="num">
              {difference ? (
                <>
                  {difference.value > 0 ? "+" : ""}
                  {hundredths(difference.value)}
                  <span className="line small soft">
                    {hundredths(difference.from)} to {hundredths(difference.to)}
                    {difference.sure ? "" : ", may be chance"}
                  </span>
                </>
              ) : (
                "–"
              )}
            </td>
          </tr>
        ))}
      </Table>
      <p className="small soft">
        Facility is the mean share of the points, each with its 95% interval. Differences are in percentage points.
        Among twenty questions one differs “surely” by chance alone.
      </p>
    </>
  );
}

function Part({ part }: { part: ComparedQuestion["one"] }) {
  if (!part) return <td className="soft">not asked</td>;
  return (
    <td>
      <ShareStrip share={part.facility} interval={part.interval} />
      {percent(part.facility)}
      <span className="line small soft">
        {between(part.interval, "share")} of {part.answers}
        {part.answers < 10 ? ", too few answers" : ""}
      </span>
    </td>
  );
}
