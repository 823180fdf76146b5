import { Table } from "~/components/table";
import type { ClassObjective } from "~/models/mastery.server";
import { many } from "~/text";

/** What a class was very sure of, as its students said when they answered. */
const verySure = 3;

type Quadrants = { sureWrong: number; sureRight: number; unsureWrong: number; unsureRight: number };

/** Confidence by correctness for each objective, where most were sure and not right first. Nothing where nobody was asked. */
export function SureMap({ objectives }: { objectives: ClassObjective[] }) {
  const asked = objectives
    .filter(({ sureness }) => sureness.length > 0)
    .map(({ id, statement, sureness }) => ({ id, statement, ...quadrantsOf(sureness) }))
    .sort((a, b) => b.sureWrong - a.sureWrong);
  if (asked.length === 0) return null;
  return (
    <section aria-labelledby="sure" className="stack">
      <h2 id="sure">Sure, and not right</h2>
      <p className="read">
        Of answers to questions that asked how sure somebody is. Who is very sure of something that is not right holds
        an idea that stands in the way: talk about it first. It costs no points.
      </p>
      <Table
        caption="Answers by objective, how sure and whether right"
        heads={["Objective", "Very sure, not right", "Very sure, right", "Less sure, not right", "Less sure, right"]}
      >
        {asked.map(({ id, statement, sureWrong, sureRight, unsureWrong, unsureRight }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`#${id}`}>{statement}</a>
              <div className="soft small">{many(sureWrong + sureRight + unsureWrong + unsureRight, "answer")}</div>
            </th>
            <td>
              <b>{sureWrong}</b>
            </td>
            {[sureRight, unsureWrong, unsureRight].map((count, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns stay where they are.
              <td key={column}>{count}</td>
            ))}
          </tr>
        ))}
      </Table>
    </section>
  );
}

function quadrantsOf(sureness: ClassObjective["sureness"]): Quadrants {
  const found: Quadrants = { sureWrong: 0, sureRight: 0, unsureWrong: 0, unsureRight: 0 };
  for (const { confidence, answers, right } of sureness) {
    found[confidence === verySure ? "sureRight" : "unsureRight"] += right;
    found[confidence === verySure ? "sureWrong" : "unsureWrong"] += answers - right;
  }
  return found;
}
