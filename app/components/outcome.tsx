import type { Outcome } from "~/interactions/contract";
import { spoken } from "./spoken";

/** What follows from an answer. */
export function OutcomeTable({ outcome: { caption, heads, rows } }: { outcome: Outcome }) {
  return (
    <table className="tbl outcome" {...spoken.table}>
      <caption>{caption}</caption>
      <thead {...spoken.rowgroup}>
        <tr {...spoken.row}>
          {heads.map((head) => (
            <th key={head} scope="col" {...spoken.columnheader}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...spoken.rowgroup}>
        {rows.map(([name, ...cells]) => (
          <tr key={name} {...spoken.row}>
            <th scope="row" {...spoken.rowheader}>
              {name}
            </th>
            {cells.map((cell, index) => (
              <td key={heads[index + 1]} {...spoken.cell}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
