import { Table } from "~/components/table";
import { type Difference, pieces } from "~/models/item-diff";

/** What two versions say differently, word by word. What went is struck, what came is underlined, each in its column. */
export function Changes({ differences, before, after }: { differences: Difference[]; before: string; after: string }) {
  if (differences.length === 0) return <p>They say the same.</p>;
  return (
    <Table caption={`What differs between ${before} and ${after}`} heads={["What", before, after]}>
      {differences.map(({ what, before, after }) => (
        <tr key={what}>
          <th scope="row">{what}</th>
          <td>{before === null ? <span className="soft">nothing</span> : <Side {...{ before, after }} of="gone" />}</td>
          <td>{after === null ? <span className="soft">nothing</span> : <Side {...{ before, after }} of="new" />}</td>
        </tr>
      ))}
    </Table>
  );
}

function Side({ before, after, of }: { before: string | null; after: string | null; of: "gone" | "new" }) {
  const Tag = of === "gone" ? "del" : "ins";
  let at = 0;
  return (
    <span className="written">
      {pieces(before ?? "", after ?? "")
        .filter(({ kind }) => kind === "same" || kind === of)
        .map(({ text, kind }) => {
          at += text.length;
          return kind === "same" ? text : <Tag key={at}>{text}</Tag>;
        })}
    </span>
  );
}
