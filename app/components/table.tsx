import type { ReactNode } from "react";

/**
 * A table that scrolls by itself where it is wider than the page. `children` are its rows.
 * @param caption what it holds, for who does not see it
 */
export function Table({ caption, heads, children }: { caption: string; heads: string[]; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard, also without a link inside
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div className="scroll" role="group" aria-label={caption} tabIndex={0}>
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
