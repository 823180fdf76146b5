import { Table } from "~/components/table";
import { ShareStrip } from "~/figures/plots/strip";
import type { ItemInstance, ItemRecord as Record } from "~/models/item-record.server";
import type { Figure } from "~/statistics/figure";
import { many, percent } from "~/text";
import { between, shownFigure, signed } from "../assignments/figure-words";

/** What a question did in the reader's own classes, quiz by quiz and in all. */
export function ItemRecord({ item, record }: { item: string; record: Record }) {
  const { uses, answers, facility, interval, discrimination } = record;
  return (
    <section className="stack" aria-labelledby="record">
      <h2 id="record">In your classes</h2>
      {uses.length === 0 ? (
        <p className="read">No student of yours has been asked it yet.</p>
      ) : (
        <>
          <Table caption="This question, quiz by quiz" heads={["Given as", "Answers", "Facility", "Discrimination"]}>
            {uses.map((use) => (
              <tr key={use.assignment}>
                <th scope="row">
                  <a href={`/teach/assignments/${use.assignment}/items?item=${encodeURIComponent(item)}#open`}>
                    {use.className}: {use.title}
                  </a>
                </th>
                <Cells {...use} />
              </tr>
            ))}
            {uses.length > 1 ? (
              <tr>
                <th scope="row">All of them</th>
                <Cells {...{ answers, facility, interval, discrimination, few: answers < 10 }} />
              </tr>
            ) : null}
          </Table>
          <p className="small soft">
            Each student’s first attempt, since the question’s meaning last changed. Facility is the mean share of its
            points with its 95% interval; discrimination (−100 to 100, good from 30) is whether those who earned more
            elsewhere in the quiz earned more here, and needs ten attempts.
          </p>
        </>
      )}
    </section>
  );
}

type Numbers = Pick<ItemInstance, "answers" | "interval" | "few"> & { facility: Figure; discrimination: Figure };

function Cells({ answers, facility, interval, discrimination, few }: Numbers) {
  return (
    <>
      <td className="num">{many(answers, "answer")}</td>
      <td>
        {facility.value === null ? null : <ShareStrip share={facility.value} interval={interval} />}
        {shownFigure(facility, percent)}
        <span className="line small soft">
          {between(interval, "share")}
          {few ? ", too few answers" : ""}
        </span>
      </td>
      <td className="num">{shownFigure(discrimination, signed)}</td>
    </>
  );
}
