import { plain } from "~/components/prose";
import { Table } from "~/components/table";
import { ShareStrip } from "~/figures/plots/strip";
import type { Selection } from "~/models/handed-in.server";
import type { AnalysedItem } from "~/models/item-analysis.server";
import { percent, score } from "~/text";
import { between, hundredths, shownFigure, signed } from "./figure-words";
import { selectionQuery } from "./selection-form";

/** A row a question: the sentence about it first, then its numbers. */
export function ItemsTable({ items, selection }: { items: AnalysedItem[]; selection: Selection }) {
  return (
    <>
      <Table
        caption="Every question in numbers"
        heads={[
          "Question",
          "Facility",
          "By guessing",
          "Spread, points",
          "Discrimination",
          "Efficiency",
          "Upper − lower",
          "Weight",
          "Effective weight",
        ]}
      >
        {items.map((item) => (
          <ItemRow key={item.item} item={item} selection={selection} />
        ))}
      </Table>
      <Meanings />
    </>
  );
}

function ItemRow({ item, selection }: { item: AnalysedItem; selection: Selection }) {
  const { slot, stem, drawn, asked, statistics, guess, few } = item;
  const compared = (shown: string) => (few.compared ? <span className="soft">too few answers</span> : shown);
  return (
    <tr>
      <th scope="row" className="asked">
        <a href={`${selectionQuery(selection, { item: item.item })}#open`}>
          {slot}. {short(plain(stem))}
        </a>
        <span className="line small">{item.verdict.words}</span>
        {drawn ? <span className="line small soft">Drawn for {asked} of the attempts.</span> : null}
      </th>
      <td>
        {statistics.facility.value === null ? null : (
          <ShareStrip share={statistics.facility.value} interval={statistics.facilityInterval} guess={guess} />
        )}
        {shownFigure(statistics.facility, percent)}
        {statistics.facility.value === null ? null : (
          <span className="line small soft">
            {between(statistics.facilityInterval, "share")}
            {few.answers ? ", too few answers" : ""}
          </span>
        )}
      </td>
      <td className="num">{guess === null ? "–" : percent(guess)}</td>
      <td className="num">{shownFigure(statistics.deviation)}</td>
      <td className="num">
        {compared(shownFigure(statistics.discrimination, signed))}
        {few.compared ? null : (
          <span className="line small soft">{between(statistics.discriminationInterval, "number")}</span>
        )}
      </td>
      <td className="num">{compared(shownFigure(statistics.efficiency, signed))}</td>
      <td className="num">{compared(shownFigure(statistics.upperLower, hundredths))}</td>
      <td className="num">{shownFigure(statistics.intendedWeight, (value) => `${score(value)}%`)}</td>
      <td className="num">{compared(shownFigure(statistics.effectiveWeight, (value) => `${score(value)}%`))}</td>
    </tr>
  );
}

function short(stem: string): string {
  return stem.length > 90 ? `${stem.slice(0, stem.lastIndexOf(" ", 88))} …` : stem;
}

/** What the heads of the table mean, once. */
function Meanings() {
  return (
    <details>
      <summary>What these numbers mean</summary>
      <dl className="findings">
        {meanings.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

const meanings = [
  [
    "Facility",
    "The mean share of its points. The line is where the true value lies with 95% confidence, as far as this many answers can tell (Wilson). Under 20% is very hard, from 95% it tells nobody apart.",
  ],
  [
    "By guessing",
    "What somebody earns on average who knows nothing and fills in everything: the dashed mark on the line.",
  ],
  ["Spread", "The standard deviation of its marks, in points."],
  [
    "Discrimination",
    "−100 to 100: do those who earned more on all other questions earn more here? Under 30 hardly, under 0 the other way round.",
  ],
  [
    "Efficiency",
    "Discrimination in percent of the most that these marks would allow. It is fair to very easy and very hard questions.",
  ],
  ["Upper − lower", "The facility among the best 27% less that among the weakest 27%, in hundredths."],
  ["Weight", "Its part of all points, as the quiz means it. Of a drawn question: that of its place."],
  [
    "Effective weight",
    "Its part in what sets results apart. Much more or less than its weight: the quiz measures something else than it says.",
  ],
] as const;
