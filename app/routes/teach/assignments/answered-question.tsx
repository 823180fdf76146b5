import { Mark } from "~/components/mark";
import { plain } from "~/components/prose";
import { Bar } from "~/figures/plots/strip";
import type { Selection } from "~/models/handed-in.server";
import type { GivenAnswer, QuestionReport } from "~/models/question-report.server";
import { many, percent } from "~/text";
import { between } from "./figure-words";
import { selectionQuery } from "./selection-form";
import { WhoAnswered } from "./who-answered";

type Props = { question: QuestionReport; assignment: string; selection: Selection; named: boolean; mayFix: boolean };

/** One question of the list: how much of it was earned, and what was answered. */
export function AnsweredQuestion({ question, assignment, selection, named, mayFix }: Props) {
  const { item, version, slot, stem, facility, interval, few, answers, blank, asked, drawn } = question;
  const address = `/teach/assignments/${assignment}`;
  const sureWrong = question.sureness.flatMap(({ confidence, answers: all, right }) =>
    confidence === 3 ? [all - right] : [],
  )[0];
  return (
    <li id={`question-${slot}-${version}`}>
      <span className="how">
        {facility === null ? "–" : percent(facility)}
        <small>{facility === null ? "" : few ? "few answers" : between(interval, "share")}</small>
      </span>
      <div>
        <h3 className="minor">
          {slot}. {plain(stem)}
        </h3>
        <p className="small soft">
          {standing(question)}
          {drawn ? ` Drawn for ${many(asked, "attempt")}.` : ""}
          {question.seconds === null ? "" : ` Took ${duration(question.seconds)}.`}
          {sureWrong ? ` ${many(sureWrong, "was", "were")} very sure and not right.` : ""}
        </p>
        {answers ? (
          <ul className="barrows">
            {answers.map((answer) => (
              <Line key={answer.text} answer={answer} of={asked} />
            ))}
            {blank > 0 ? (
              <Line answer={{ text: "no answer", right: false, count: blank, who: null }} of={asked} blank />
            ) : null}
          </ul>
        ) : null}
        <p className="changes small">
          {answers ? (
            <a href={`${selectionQuery(selection, named ? {} : { item, names: "1" })}#question-${slot}-${version}`}>
              {named ? "Hide names" : "Who chose what"}
              <span className="vh"> in question {slot}</span>
            </a>
          ) : null}
          <a href={`${address}/items${selectionQuery(selection, { item })}#open`}>
            In numbers<span className="vh">: question {slot}</span>
          </a>
          {mayFix ? (
            <a href={`${address}/questions/${version}`}>
              Fix<span className="vh"> question {slot}</span>
            </a>
          ) : null}
        </p>
      </div>
    </li>
  );
}

function Line({
  answer: { text, right, count, who },
  of,
  blank,
}: {
  answer: GivenAnswer;
  of: number;
  blank?: boolean;
}) {
  return (
    <li>
      <Mark name={blank ? "blank" : right ? "right" : "wrong"} />
      <span className="n">{count}</span>
      <span>
        <span className="vh">{blank ? "" : right ? "right: " : "not right: "}</span>
        {text}
        {who && who.length > 0 ? (
          <span className="line">
            <WhoAnswered who={who} count={count} />
          </span>
        ) : null}
      </span>
      <Bar share={of > 0 ? count / of : 0} kind={blank ? "plain" : right ? "right" : "wrong"} />
    </li>
  );
}

function standing({ right, partly, wrong, waiting }: QuestionReport): string {
  const said = [
    `${right} of ${right + partly + wrong + waiting} right`,
    ...(partly > 0 ? [`${partly} partly`] : []),
    ...(wrong > 0 ? [`${wrong} not right`] : []),
    ...(waiting > 0 ? [`${waiting} waiting for a mark`] : []),
  ];
  return `${said.join(", ")}.`;
}

/** "40 seconds", "3 minutes" */
function duration(seconds: number): string {
  return seconds < 90 ? many(Math.round(seconds), "second") : many(Math.round(seconds / 60), "minute");
}
