import { Table } from "~/components/table";
import { many } from "~/text";
import type { Told } from "./told.server";

/** All that is stored about somebody, table by table, in words. */
export function TellAll({ told: { tables, did, looks } }: { told: Pick<Told, "tables" | "did" | "looks"> }) {
  const there = tables.filter(({ lines }) => lines.length > 0);
  return (
    <>
      {there.map(({ table, title, what, heads, lines, leftOut, notShownYet }) => (
        <section key={table} className="stack" aria-labelledby={table} data-table={table}>
          <h2 id={table}>
            <span className="eyebrow line">{title}</span>{" "}
            <span>{what.replace(/^./, (letter) => letter.toUpperCase())}</span>
          </h2>
          {notShownYet > 0 ? (
            <p>Of {many(notShownYet, "row")} the marks are not shown to you yet, so they are not here either.</p>
          ) : null}
          {leftOut.length > 0 ? <p className="small soft">Not here: {leftOut.join(", ")}.</p> : null}
          <Rows caption={what} heads={heads} lines={lines} />
        </section>
      ))}
      <section className="stack" aria-labelledby="looks">
        <h2 id="looks">Who looked at or changed your work</h2>
        {looks.length === 0 ? (
          <p className="read">Nobody but you.</p>
        ) : (
          <Rows caption="who looked at or changed your work" heads={["When", "Who", "What", "Where"]} lines={looks} />
        )}
      </section>
      {did.length > 0 ? (
        <section className="stack" aria-labelledby="did">
          <h2 id="did">What you did as a teacher</h2>
          <p className="read">
            These rows are about others or about the school’s things, so only that you did it is told.
          </p>
          <ul className="plainlist">
            {did.map(({ words, times }) => (
              <li key={words}>
                You {words}: {times}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function Rows({ caption, heads, lines }: { caption: string; heads: string[]; lines: string[][] }) {
  return (
    <Table caption={caption} heads={heads}>
      {lines.map((cells, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change places
        <tr key={index}>
          {cells.map((cell, place) => (
            <td key={heads[place]} className="written small">
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
