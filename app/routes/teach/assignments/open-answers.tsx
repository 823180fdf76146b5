import { Mark } from "~/components/mark";
import { Table } from "~/components/table";
import { Bar } from "~/figures/plots/strip";
import type { Answerer } from "~/models/answer-table.server";
import type { OpenItem } from "~/models/item-analysis.server";
import type { Chosen } from "~/statistics/options";
import { many, percent } from "~/text";
import { between, correlation, shownFigure } from "./figure-words";
import { WhoAnswered } from "./who-answered";

/** Option by count, by share of the strong and the weak, and how having chosen it goes with the rest. */
export function OpenAnswers({ open: { table, texts, others, who, credits, tries } }: { open: OpenItem }) {
  const heads = ["Answer", "How many", "Earned", "Best 27%", "Between", "Weakest 27%", "Goes with the rest"];
  return (
    <>
      <Table caption="Answers" heads={who ? [...heads, "Who"] : heads}>
        {table.options.map((option) => (
          <AnswerRow
            key={option.id}
            chosen={option}
            kind={option.right ? "right" : "wrong"}
            credit={credits[option.id]}
            who={who?.[option.id]}
          >
            {texts[option.id] ?? option.id}
          </AnswerRow>
        ))}
        {table.blank.count > 0 ? (
          <AnswerRow chosen={table.blank} kind="plain" credit={0} who={who?.[""]}>
            no answer
          </AnswerRow>
        ) : null}
      </Table>
      {others > 0 ? <p className="small soft">{many(others, "more answer")} that hardly anybody else gave.</p> : null}
      <p className="small soft">
        “Goes with the rest” is the correlation of having chosen it with all other points (point-biserial, −1 to 1). The
        right answer should be over 0 and each wrong one under it. “Earned” is the mean part of the points of those who
        chose it.
      </p>
      {tries.length > 0 ? <Tries table={table} texts={texts} tries={tries} /> : null}
    </>
  );
}

/** What was chosen in the first go, in the second, and so on. */
function Tries({ table, texts, tries }: Pick<OpenItem, "table" | "texts" | "tries">) {
  return (
    <Table caption="By try" heads={["Answer", ...tries.map(({ number, answers }) => `Try ${number}, of ${answers}`)]}>
      {table.options.map(({ id, right }) => (
        <tr key={id}>
          <th scope="row" className="asked">
            <Said kind={right ? "right" : "wrong"}>{texts[id] ?? id}</Said>
          </th>
          {tries.map(({ number, counts }) => (
            <td key={number} className="num">
              {counts[id] ?? 0}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}

type Kind = "right" | "wrong" | "plain";

function Said({ kind, children }: { kind: Kind; children: string }) {
  return (
    <span className="says">
      {kind === "plain" ? <Mark name="blank" /> : <Mark name={kind} />}
      <span className="vh">{kind === "right" ? "right: " : kind === "wrong" ? "not right: " : ""}</span>
      {children}
    </span>
  );
}

function AnswerRow({
  chosen,
  kind,
  credit,
  who,
  children,
}: {
  chosen: Chosen;
  kind: Kind;
  credit: number | undefined;
  who: Answerer[] | undefined;
  children: string;
}) {
  const { count, share, interval, groups, pointBiserial, pointBiserialInterval } = chosen;
  const part = (value: number | null | undefined) => (value === null || value === undefined ? "–" : percent(value));
  const range = pointBiserialInterval;
  return (
    <tr>
      <th scope="row" className="asked">
        <Said kind={kind}>{children}</Said>
      </th>
      <td>
        <Bar share={share} kind={kind} />
        {count} · {percent(share)}
        <span className="line small soft">{between(interval, "share")}</span>
      </td>
      <td className="num">{part(credit)}</td>
      <td className="num">{part(groups?.upper)}</td>
      <td className="num">{part(groups?.middle)}</td>
      <td className="num">{part(groups?.lower)}</td>
      <td className="num">
        {shownFigure(pointBiserial, correlation)}
        {range ? (
          <span className="line small soft">
            {correlation(range.from)} to {correlation(range.to)}
          </span>
        ) : null}
      </td>
      {who ? (
        <td className="asked">
          <WhoAnswered who={who} count={count} />
        </td>
      ) : null}
    </tr>
  );
}
