import { Table } from "~/components/table";
import { acts } from "~/models/audit-acts";
import type { AuditLine } from "~/models/audit-list.server";
import { moment } from "~/text";

/** Lines of who looked at or changed what, the newest first. */
export function AuditTable({ caption, lines, zone }: { caption: string; lines: AuditLine[]; zone: string | null }) {
  return (
    <Table caption={caption} heads={["When", "Who", "What", "Whose", "Where"]}>
      {lines.map((line) => (
        <tr key={line.id}>
          <td>{moment(new Date(line.at), zone)}</td>
          <th scope="row">{whoDid(line)}</th>
          <td>
            {acts[line.act] ?? line.act}
            {line.counts ? <span className="small soft line">{counted(line.counts)}</span> : null}
          </td>
          <td>{line.whom ?? (line.className ? "all of the class" : "nobody’s in particular")}</td>
          <td>{placeOf(line)}</td>
        </tr>
      ))}
    </Table>
  );
}

/** Nobody stands there where the installation did it by itself or who runs the machine did it; and for a guest who is gone. */
export const whoDid = ({ by }: Pick<AuditLine, "by">) => by ?? "this installation";

/** "12 sessions, 3 guests" */
export const counted = (counts: NonNullable<AuditLine["counts"]>) =>
  Object.entries(counts)
    .map(([what, count]) => `${count} ${what}`)
    .join(", ");

/** The class and what it was given. */
export const placeOf = ({ className, title }: Pick<AuditLine, "className" | "title">) =>
  [className, title].filter((one) => one !== null).join(": ");
