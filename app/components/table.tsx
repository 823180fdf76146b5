import type { ReactNode } from "react";

/**
 * A table that scrolls by itself where it is wider than the page. `children` are its rows.
 * @param caption what it holds, for who does not see it
 */
export function Table({ caption, heads, children }: { caption: string; heads: string[]; children: ReactNode }) {
  return (
    <div className="scroll">
      <table className="tbl">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
