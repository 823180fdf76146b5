import type { ReactNode } from "react";
import { Table } from "~/components/table";
import type { BankLine } from "~/models/bank.server";
import { many } from "~/text";
import { BankFilters } from "../items/bank-filters";
import { facilityWords, shortStem, typeWords } from "../items/item-words";
import { ListPages } from "../items/list-pages";
import type { findFor } from "./find.server";

type Found = Awaited<ReturnType<typeof findFor>>;

/** Looking for questions of the bank to put into a quiz. `children` is the form that the found ones stand in. */
export function Find({
  found,
  at,
  keep,
  children,
}: {
  found: Pick<Found, "filter" | "search" | "lists" | "total" | "page" | "pages">;
  at: string;
  keep?: Record<string, string>;
  children: ReactNode;
}) {
  const { filter, lists, total, page, pages } = found;
  const search = new URLSearchParams([...new URLSearchParams(found.search), ...Object.entries(keep ?? {})]).toString();
  return (
    <>
      <BankFilters filter={filter} lists={lists} at={at} keep={keep ?? {}} />
      <section className="stack" aria-labelledby="found">
        <h2 id="found">{`${many(total, "question")}${Object.keys(filter).length > 0 ? " found" : ""}`}</h2>
        {total === 0 ? (
          <p className="read">
            No question is like this. Leave something out of what you look for, or write it in{" "}
            <a href="/teach/items">the bank</a>.
          </p>
        ) : (
          children
        )}
        {pages > 1 ? <ListPages at={at} page={page} pages={pages} search={search} /> : null}
      </section>
    </>
  );
}

/** Found questions, a row each; `choose` draws what chooses one. */
export function FoundTable({
  lines,
  asked,
  choose,
}: {
  lines: BankLine[];
  asked: string[];
  choose: (line: BankLine) => ReactNode;
}) {
  return (
    <Table caption="Questions found" heads={["Choose", "Question", "Type", "Objectives", "Difficulty", "Whose"]}>
      {lines.map((line) => (
        <tr key={line.id}>
          <td>{asked.includes(line.id) ? "in the quiz" : line.state === "retired" ? "retired" : choose(line)}</td>
          <th scope="row">
            <a href={`/teach/items/${line.id}`}>{shortStem(line.stem)}</a>
            {line.state === "draft" ? <div className="soft small">draft</div> : null}
            {line.scored ? null : <div className="soft small">asks for an opinion, no points</div>}
          </th>
          <td>{typeWords(line.interaction)}</td>
          <td>{line.objectives.join(", ")}</td>
          <td>
            {line.difficulty}
            <div className="soft small">{facilityWords(line.facility, line.answers)}</div>
          </td>
          <td>{line.owner ?? "the course"}</td>
        </tr>
      ))}
    </Table>
  );
}
