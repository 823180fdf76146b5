import { type ComponentProps, createContext, type ReactNode, useContext } from "react";

type Part<Name extends "thead" | "tbody" | "tr" | "th" | "td"> = ComponentProps<Name>;

const Caption = createContext<string | null>(null);

/** A table with words over it that say what it holds. */
export function Captioned({ caption, children }: { caption: string; children?: ReactNode }) {
  return <Caption.Provider value={caption}>{children}</Caption.Provider>;
}

// biome-ignore-start lint/a11y/noRedundantRoles: once its cells are blocks, browsers no longer take it for a table.
/** A table of a lesson. From three columns on each row becomes a card on phones, so the roles are written out. */
export function Table({ children }: { children?: ReactNode }) {
  const caption = useContext(Caption);
  return (
    <table className="tbl" role="table">
      {caption ? <caption>{caption}</caption> : null}
      {children}
    </table>
  );
}

export const TableHead = (props: Part<"thead">) => <thead role="rowgroup" {...props} />;
export const TableBody = (props: Part<"tbody">) => <tbody role="rowgroup" {...props} />;
export const Row = (props: Part<"tr">) => <tr role="row" {...props} />;
export const Cell = (props: Part<"td">) => <td role="cell" {...props} />;

/** The name of a column, or with `scope` of a row. The corner above the names of the rows may be empty. */
export function HeadCell({ scope = "col", children }: Part<"th">) {
  if (!children) return <td role="cell" />;
  return (
    <th scope={scope} role={scope === "row" ? "rowheader" : "columnheader"}>
      {children}
    </th>
  );
}
// biome-ignore-end lint/a11y/noRedundantRoles: the end of that table.
