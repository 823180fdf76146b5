import type { Difference } from "~/models/item-diff";
import { moment } from "~/text";
import { Changes } from "./changes";

export type Shown = {
  version: number;
  author: string | null;
  at: string;
  change: string;
};

/** All versions of a question, and what differs between two of them. */
export function ItemHistory({
  item,
  versions,
  compared,
}: {
  item: string;
  versions: Shown[];
  compared: { from: number; to: number; differences: Difference[] } | null;
}) {
  return (
    <section className="stack" aria-labelledby="versions">
      <h2 id="versions">Versions</h2>
      <ol className="undo" reversed>
        {versions.map(({ version, author, at, change }, index) => (
          <li key={version}>
            <span>
              Version {version}: {author ?? "from the course"}, {moment(new Date(at), null)}
              {index === versions.length - 1 ? "" : change === "words" ? ", only words" : ", a change of meaning"}
            </span>
            {index < versions.length - 1 ? (
              <a href={`/teach/items/${item}?from=${versions[index + 1]?.version}&to=${version}#changes`}>
                What changed<span className="vh"> with version {version}</span>
              </a>
            ) : null}
          </li>
        ))}
      </ol>
      {compared ? (
        <section className="stack" aria-labelledby="changes">
          <h3 id="changes">
            From version {compared.from} to version {compared.to}
          </h3>
          <Changes
            differences={compared.differences}
            before={`Version ${compared.from}`}
            after={`Version ${compared.to}`}
          />
        </section>
      ) : null}
    </section>
  );
}
