import type { ReactNode } from "react";

/** The numbers behind a picture, for who cannot see it or wants to read them off. Rows begin with what names them. */
export type Numbers = { heads: string[]; rows: string[][] };

/**
 * A picture of numbers with the same numbers as a table. It takes the width it is given up to its own: what is drawn in it
 * is meant to be read at 360 units to a phone's width.
 * @param title what it shows, in a sentence; a screen reader hears it in place of the picture
 * @param note stands below for everybody
 */
export function Plot({
  id,
  title,
  note,
  width,
  height,
  numbers,
  children,
}: {
  id: string;
  title: string;
  note?: ReactNode;
  width: number;
  height: number;
  numbers: Numbers;
  children: ReactNode;
}) {
  return (
    <figure className="plotted">
      <svg className="plot" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title`}>
        <title id={`${id}-title`}>{title}</title>
        {children}
      </svg>
      {note ? <figcaption className="small soft">{note}</figcaption> : null}
      <details>
        <summary>The same as a table</summary>
        <table className="tbl">
          <caption className="vh">{title}</caption>
          <thead>
            <tr>
              {numbers.heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {numbers.rows.map(([first, ...rest]) => (
              <tr key={first}>
                <th scope="row">{first}</th>
                {rest.map((cell, index) => (
                  <td key={numbers.heads[index + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
