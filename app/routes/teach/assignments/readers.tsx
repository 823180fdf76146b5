import { Table } from "~/components/table";
import type { Reader } from "~/models/reading-cell.server";
import { moment } from "~/text";

/**
 * Who has read how far, of an assignment with a lesson.
 * @param alone whether there is no quiz with it
 */
export function Readers({ readers, zone, alone }: { readers: Reader[]; zone: string; alone: boolean }) {
  const finished = readers.filter(({ finishedAt }) => finishedAt !== null).length;
  const begun = readers.filter(({ read, finishedAt }) => read > 0 && finishedAt === null).length;
  const list =
    readers.length === 0 ? <p className="read">It is given to nobody yet.</p> : <List {...{ readers, zone }} />;
  return (
    <section aria-labelledby="reading" className="stack">
      <h2 id="reading">Reading</h2>
      <dl className="facts">
        <div>
          <dt>have finished the lesson</dt>
          <dd>
            {finished} <small>of {readers.length}</small>
          </dd>
        </div>
        <div>
          <dt>are in the middle of it</dt>
          <dd>{begun}</dd>
        </div>
        <div>
          <dt>have not begun</dt>
          <dd>{readers.length - finished - begun}</dd>
        </div>
      </dl>
      {alone ? (
        list
      ) : (
        <details>
          <summary>Who has read how far</summary>
          {list}
        </details>
      )}
    </section>
  );
}

function List({ readers, zone }: { readers: Reader[]; zone: string }) {
  return (
    <Table caption="Who has read how far" heads={["Student", "Sections read", "Finished"]}>
      {readers.map(({ personId, name, read, sections, finishedAt, late }) => (
        <tr key={personId}>
          <th scope="row">{name}</th>
          <td>
            {read} of {sections}
          </td>
          <td>
            {finishedAt ? `${moment(finishedAt, zone)}${late ? ", late" : ""}` : read > 0 ? "not yet" : "not begun"}
          </td>
        </tr>
      ))}
    </Table>
  );
}
