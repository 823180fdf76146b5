import { Table } from "~/components/table";
import type { Override } from "~/models/override.server";
import { moment } from "~/text";
import { holding, said } from "./override-words";

type Row = {
  /** Of the page of this exception. */
  address: string;
  name: string;
  override: Override | null;
  /** What they have by their groups, in words. */
  by: string[];
};

type Props = { caption: string; head: string; zone: string; observer: boolean; rows: Row[] };

/** Students or groups with what each has otherwise, in words, and the ways to change it for who may. */
export function OverrideTable({ caption, head, zone, observer, rows }: Props) {
  return (
    <Table caption={caption} heads={[head, "Exception", "Set by", ...(observer ? [] : ["Change"])]}>
      {rows.map(({ address, name, override, by }) => {
        const holds = holding(override);
        const words = [...(holds ? said(holds, zone) : []), ...by];
        return (
          <tr key={address}>
            <th scope="row">{name}</th>
            <td>{words.length === 0 ? "none" : words.map((one) => <div key={one}>{one}</div>)}</td>
            <td>{holds ? `${holds.setBy}, ${moment(holds.setAt, zone)}` : ""}</td>
            {observer ? null : (
              <td className="changes">
                <a className="small" href={address}>
                  {holds ? "Change" : "Make an exception"}
                  <span className="vh"> for {name}</span>
                </a>
                {holds ? (
                  <form method="post" action={`${address}/removal`}>
                    <button className="linky" type="submit">
                      Remove<span className="vh"> the exception of {name}</span>
                    </button>
                  </form>
                ) : null}
              </td>
            )}
          </tr>
        );
      })}
    </Table>
  );
}
