import type { Level, Tally } from "~/models/mastery";
import { LevelSays, tallyWords } from "./mastery-words";
import { Table } from "./table";

type Mastered = { id: string; statement: string; level: Level } & Tally;

/** How far one person is with each objective that they answered questions on. */
export function MasteryTable({ mastery }: { mastery: Mastered[] }) {
  return (
    <Table caption="How far, by objective" heads={["Objective", "How far", "Points"]}>
      {mastery.map(({ id, statement, level, ...tally }) => (
        <tr key={id}>
          <th scope="row">{statement}</th>
          <td>
            <LevelSays level={level} />
          </td>
          <td>{tallyWords(tally)}</td>
        </tr>
      ))}
    </Table>
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
