import { Prose } from "~/components/prose";
import type { Selection } from "~/models/handed-in.server";
import type { AnalysedItem, OpenItem as Opened } from "~/models/item-analysis.server";
import { many, percent, score } from "~/text";
import { between, hundredths, shownFigure, signed } from "./figure-words";
import { OpenAnswers } from "./open-answers";
import { selectionQuery } from "./selection-form";

type Props = { item: AnalysedItem; open: Opened | null; assignment: string; selection: Selection; mayFix: boolean };

/** One question: what is to be said about it, its numbers with their meaning, and what was answered. */
export function OpenItem({ item, open, assignment, selection, mayFix }: Props) {
  const named = open?.who != null;
  return (
    <section className="stack" aria-labelledby="open">
      <h2 id="open">Question {item.slot}</h2>
      <Prose text={item.stem} className="ask" />
      <p className="verdict">{item.verdict.words}</p>
      {item.also.length > 0 ? (
        <ul className="asides">
          {item.also.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      ) : null}
      <ItemFigures item={item} />
      {open ? (
        <>
          <h3>What was answered</h3>
          <OpenAnswers open={open} />
        </>
      ) : (
        <p className="soft">What was written here is marked by a person: there are no options to count.</p>
      )}
      <p className="btns">
        {open ? (
          <a
            className="btn"
            href={`${selectionQuery(selection, { item: item.item, ...(named ? {} : { names: "1" }) })}#open`}
          >
            {named ? "Hide names" : "Show who chose what"}
          </a>
        ) : null}
        {mayFix ? (
          <a className="btn" href={`/teach/assignments/${assignment}/questions/${item.version}`}>
            Fix this question
          </a>
        ) : null}
        {mayFix ? (
          <a href={`/teach/items/${encodeURIComponent(item.item)}`}>In the bank, with all quizzes that asked it</a>
        ) : null}
      </p>
    </section>
  );
}

function ItemFigures({ item: { statistics, guess, few } }: { item: AnalysedItem }) {
  const { answers, compared } = statistics;
  const sure = (interval: string) =>
    interval ? `With ${many(compared, "attempt")} it could as well be ${interval}.` : "";
  const values: [string, string, string][] = [
    [
      "Facility",
      shownFigure(statistics.facility, percent),
      `Of its points this much was earned; ${between(statistics.facilityInterval, "share")} is as sure as ${many(answers, "answer")} can make it.${few.answers ? " Too few answers to judge by." : ""}`,
    ],
    [
      "By guessing",
      guess === null ? "–" : percent(guess),
      guess === null ? "A person marks it." : "What knowing nothing earns.",
    ],
    ["Spread", shownFigure(statistics.deviation), "Standard deviation of its marks, in points."],
    [
      "Discrimination",
      few.compared ? "too few answers" : shownFigure(statistics.discrimination, signed),
      few.compared
        ? "Needs ten attempts that are marked throughout."
        : `Do the strong earn it more? −100 to 100, good from 30. ${sure(between(statistics.discriminationInterval, "number"))}`,
    ],
    [
      "Efficiency",
      few.compared ? "too few answers" : shownFigure(statistics.efficiency, signed),
      "The same in percent of what these marks would allow.",
    ],
    [
      "Upper − lower 27%",
      few.compared ? "too few answers" : shownFigure(statistics.upperLower, hundredths),
      statistics.upperLowerInterval && !few.compared
        ? `Hundredths between the best and the weakest; it could as well be ${hundredths(statistics.upperLowerInterval.from)} to ${hundredths(statistics.upperLowerInterval.to)}.`
        : "Hundredths between the best and the weakest.",
    ],
    [
      "Weight, meant and effective",
      `${shownFigure(statistics.intendedWeight, (value) => `${score(value)}%`)}, ${few.compared ? "too few answers" : shownFigure(statistics.effectiveWeight, (value) => `${score(value)}%`)}`,
      "Its part of the points, and its part in what sets results apart.",
    ],
  ];
  return (
    <dl className="figures">
      {values.map(([name, value, why]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <span className="value">{value}</span>
            <p className="why">{why}</p>
          </dd>
        </div>
      ))}
    </dl>
  );
}
