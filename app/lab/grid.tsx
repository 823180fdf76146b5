import type { ReactNode } from "react";
import { type Learns, learnable, type ObserverId, observers } from "./model";

/**
 * Rows of observers, each with a radio button for content, metadata and nothing: the primary form of the lab and of its
 * questions. The words in each cell show on narrow screens, where the heads are gone. Fields are called `<name>.<observer>`.
 * @param missing rows that still need an answer; each says so
 */
export function ObserverGrid({ rows, name, id = name, said = {}, missing = [], ...look }: ObserverGridProps) {
  const { labelledBy, numbered = false } = look;
  return (
    <table className="sortt thirds" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">Who looks</th>
          {learnable.map((column) => (
            <th scope="col" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row} className={missing.includes(row) ? "is-open" : undefined}>
            <th scope="row">
              <Who id={row} numbered={numbered} labelId={`${id}.${row}.row`}>
                {missing.includes(row) ? <span className="small is-wrong">No answer yet</span> : null}
              </Who>
            </th>
            {learnable.map((column) => (
              <td key={column}>
                <label className="cell">
                  <input
                    type="radio"
                    name={`${name}.${row}`}
                    value={column}
                    defaultChecked={said[row] === column}
                    aria-labelledby={`${id}.${row}.row ${id}.${row}.${column}`}
                  />
                  <span className="w" id={`${id}.${row}.${column}`}>
                    {column}
                  </span>
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type ObserverGridProps = {
  rows: readonly ObserverId[];
  name: string;
  /** What ids on the page begin with, where the name is not unique. */
  id?: string;
  said?: Partial<Record<ObserverId, Learns>>;
  labelledBy?: string;
  missing?: readonly ObserverId[];
  /** With the numbers that stand in the picture. */
  numbered?: boolean;
};

function Who({
  id,
  numbered,
  labelId,
  children,
}: {
  id: ObserverId;
  numbered: boolean;
  labelId: string;
  children: ReactNode;
}) {
  const { name, place, number } = observers.find((observer) => observer.id === id) as (typeof observers)[number];
  const words = (
    <>
      <b id={labelId}>{name}</b>
      <span className="small soft">{place}</span>
      {children}
    </>
  );
  if (!numbered) return words;
  return (
    <span className="who">
      <span className="no">{number}</span>
      <span>{words}</span>
    </span>
  );
}
