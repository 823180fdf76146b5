import { Field } from "~/components/field";
import type { AuditLine } from "~/models/audit-list.server";
import { AuditTable } from "./audit-table";

/** One page of lines: whose are wanted, the lines, the way to the older ones and to the file. */
export function AuditPage({
  found,
  name,
  zone,
  file,
}: {
  found: { lines: AuditLine[]; next: string | null };
  name: string;
  zone: string | null;
  /** The address of the file with all of them. */
  file: string;
}) {
  const query = (more: Record<string, string>) =>
    new URLSearchParams({ ...(name ? { name } : {}), ...more }).toString();
  return (
    <>
      <form method="get">
        <Field name="name" label="Of or about" hint="A name, or part of it" defaultValue={name} />
        <p className="btns">
          <button className="btn" type="submit">
            Show
          </button>
          <a className="btn plain" href={`${file}${name ? `?${query({})}` : ""}`}>
            Save as CSV
          </a>
        </p>
      </form>
      {found.lines.length === 0 ? (
        <p className="read">
          {name ? `Nothing is written down of anybody whose name has “${name}” in it.` : "Nothing is written down yet."}
        </p>
      ) : (
        <AuditTable caption="Who looked at or changed what, the newest first" lines={found.lines} zone={zone} />
      )}
      {found.next ? (
        <p className="btns">
          <a className="btn" href={`?${query({ before: found.next })}`}>
            Older
          </a>
        </p>
      ) : null}
    </>
  );
}

/** What every page of this kind says of itself. */
export function WhatIsWritten() {
  return (
    <p className="read">
      A look at a page is written down once an hour, a change and a file each time. A live view counts as one look,
      however often it draws itself anew. Nobody can change or remove a line here; names are those that people have now.
    </p>
  );
}
