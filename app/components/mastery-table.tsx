import type { Level, Tally } from "~/models/mastery";
import { LevelSays, tallyWords } from "./mastery-words";

type Mastered = { id: string; statement: string; level: Level } & Tally;

/** How far one person is with each objective that they answered questions on. */
export function MasteryTable({ mastery }: { mastery: Mastered[] }) {
  return (
    <table className="tbl">
      <caption className="vh">How far, by objective</caption>
      <thead>
        <tr>
          <th scope="col">Objective</th>
          <th scope="col">How far</th>
        </tr>
      </thead>
      <tbody>
        {mastery.map(({ id, statement, level, ...tally }) => (
          <tr key={id}>
            <th scope="row">{statement}</th>
            <td>
              <LevelSays level={level} />
              <div className="soft small">{tallyWords(tally)}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the words of mastery mean, for whoever reads them. */
export function MasteryExplained() {
  return (
    <p className="soft small">
      Of each question the newest answer counts, once it has its mark. Secure: 80% of the points of at least 4
      questions. Getting there: 50%. Not yet: less. New: nothing answered.
    </p>
  );
}
