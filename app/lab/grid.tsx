import type { ReactNode } from "react";
import { type Learns, learnable, type Observer, type ObserverId, observers } from "./model";

/**
 * Rows of observers, each with a radio button for content, metadata and nothing: the primary form of the lab and of its
 * questions. The words in each cell show on narrow screens, where the heads are gone. Fields are called `<name>.<observer>`.
 * @param missing rows that still need an answer; each says so
 */
export function ObserverGrid({ rows, name, id = name, said = {}, missing = [], ...look }: ObserverGridProps) {
  const { labelledBy, numbered = false, place } = look;
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
              <Who id={row} numbered={numbered} place={place} labelId={`${id}.${row}.row`}>
                {missing.includes(row) ? (
                  <span className="small is-wrong" id={`${id}.${row}.missing`}>
                    <span className="vh">. </span>No answer yet
                  </span>
                ) : null}
              </Who>
            </th>
            {learnable.map((column, index) => (
              <td key={column}>
                <label className="cell">
                  <input
                    type="radio"
                    name={`${name}.${row}`}
                    value={column}
                    id={index === 0 ? `${id}.${row}` : undefined}
                    defaultChecked={said[row] === column}
                    aria-describedby={missing.includes(row) ? `${id}.${row}.missing` : undefined}
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
  /** Where an observer stands, where words of it can be explained. */
  place?: (observer: Observer) => ReactNode;
};

function Who({
  id,
  numbered,
  place = (observer) => observer.place,
  labelId,
  children,
}: {
  id: ObserverId;
  numbered: boolean;
  place: ObserverGridProps["place"];
  labelId: string;
  children: ReactNode;
}) {
  const observer = observers.find((one) => one.id === id) as Observer;
  const { name, number } = observer;
  const words = (
    <>
      <b id={labelId}>{name}</b>
      <span className="small soft">
        <span className="vh">, </span>
        {place(observer)}
      </span>
      {children}
    </>
  );
  if (!numbered) return words;
  return (
    <span className="who">
      <span className="no">{number}</span> <span>{words}</span>
    </span>
  );
}
