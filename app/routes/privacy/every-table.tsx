import type { AboutAny } from "~/models/stored/registry";
import type { Reader, TableName } from "~/models/stored/words";
import { listed } from "./yours";

/** Every table of the database: what it holds about people, column by column, and those that hold nothing about anybody. */
export function EveryTable({
  tables,
  others,
  readers,
}: {
  tables: AboutAny[];
  others: { table: TableName; what: string }[];
  readers: Record<Reader, string>;
}) {
  return (
    <section className="stack" aria-labelledby="tables">
      <h2 id="tables">Every table of the database</h2>
      <p className="read">
        {tables.length} tables hold something about people, {others.length} do not. A test compares this list with the
        database each time Keyhole is changed.
      </p>
      <div>
        {tables.map((one) => (
          <details key={one.table} className="one-table" data-table={one.table}>
            <summary>
              <code>{one.table}</code> {one.what}
            </summary>
            <table className="tbl small">
              <caption className="vh">The columns of {one.table}</caption>
              <thead>
                <tr>
                  <th scope="col">What it says</th>
                  <th scope="col">Columns</th>
                </tr>
              </thead>
              <tbody>
                {Object.entries(one.holds).map(([words, columns]) => (
                  <tr key={words}>
                    <th scope="row">{words}</th>
                    <td>
                      {columns.map((column) => (
                        <code key={column} data-column={column}>
                          {column}{" "}
                        </code>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className="small">
              Read by {listed(one, readers)}. Kept: {one.until}.
            </p>
          </details>
        ))}
      </div>
      <h3>Tables of the course and of the school’s things</h3>
      <dl className="entries small">
        {others.map(({ table, what }) => (
          <div key={table} data-table={table}>
            <dt>
              <code>{table}</code>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
