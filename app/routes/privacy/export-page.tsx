import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { proven } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { Table } from "~/components/table";
import { ownZone } from "~/models/own-zone.server";
import { exportStored } from "~/models/stored/export.server";
import { namesIn } from "~/models/stored/names.server";
import { kinds } from "~/models/stored/words";
import privacy from "~/styles/privacy.css?url";
import { many, moment } from "~/text";
import { said } from "./stored-value";

export const links = () => [{ rel: "stylesheet", href: privacy }];
export const meta: MetaFunction = () => [
  { title: "All that is stored about you · Keyhole" },
  { name: "robots", content: "noindex" },
];

/** The same as the file, to read: each value is put into words here, so that only text reaches the page. */
export async function loader(args: LoaderFunctionArgs) {
  const me = await proven(args);
  const { madeAt, tables, did } = await exportStored(me);
  const telling = { names: await namesIn(tables), zone: await ownZone(me) };
  return {
    visitor: me,
    madeAt: moment(madeAt, telling.zone),
    tables: tables.map(({ table, kind, what, holds, leftOut, notShownYet, rows }) => ({
      table,
      title: kinds[kind],
      what,
      leftOut,
      notShownYet,
      heads: Object.keys(holds),
      lines: rows.map((row) => Object.values(holds).map((columns) => said(columns, row, telling))),
    })),
    did: did.map(({ did: words, times }) => ({ words, times: many(times.length, "time") })),
  };
}

export default function ExportPage() {
  const { visitor, madeAt, tables, did } = useLoaderData<typeof loader>();
  const there = tables.filter(({ lines }) => lines.length > 0);
  return (
    <Page visitor={visitor} at="/privacy" className="specimen">
      <header className="stack">
        <p className="eyebrow">
          <a href="/privacy">What is stored about you, and who can read it</a>
        </p>
        <h1>All that is stored about you</h1>
        <p className="read">
          As it was on {madeAt}, row by row as it is stored, with names in place of our numbers for things.{" "}
          <a href="/me/export">The same as a file (JSON)</a>
        </p>
      </header>
      {there.map(({ table, title, what, heads, lines, leftOut, notShownYet }) => (
        <section key={table} className="stack" aria-labelledby={table} data-table={table}>
          <h2 id={table}>
            <span className="eyebrow line">{title}</span>
            <span>{what.replace(/^./, (letter) => letter.toUpperCase())}</span>
          </h2>
          {notShownYet > 0 ? (
            <p>Of {many(notShownYet, "row")} the marks are not shown to you yet, so they are not here either.</p>
          ) : null}
          {leftOut.length > 0 ? <p className="small soft">Not here: {leftOut.join(", ")}.</p> : null}
          <Table caption={what} heads={heads}>
            {lines.map((cells, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change places
              <tr key={index}>
                {cells.map((cell, place) => (
                  <td key={heads[place]} className="written small">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </Table>
        </section>
      ))}
      {did.length > 0 ? (
        <section className="stack" aria-labelledby="did">
          <h2 id="did">What you did as a teacher</h2>
          <p className="read">
            These rows are about others or about the school’s things, so only that you did it is told.
          </p>
          <ul className="plainlist">
            {did.map(({ words, times }) => (
              <li key={words}>
                You {words}: {times}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Page>
  );
}
