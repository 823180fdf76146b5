import { Select } from "~/components/select";
import type { Selection, Which } from "~/models/handed-in.server";

const whichWords: Record<Which, string> = {
  first: "The first of each student",
  last: "The last of each student",
  best: "The best of each student",
  all: "All attempts",
};

type Props = { selection: Selection; groups: { id: string; name: string }[]; suffix?: string };

/** Which attempts, and of whom: the fields of a form that asks for a report again. */
export function SelectionFields({ selection, groups, suffix = "" }: Props) {
  return (
    <>
      <Select name={`which${suffix}`} label="Attempts" options={Object.entries(whichWords)} value={selection.which} />
      {groups.length > 0 ? (
        <Select
          name={`group${suffix}`}
          label="Of"
          options={[["", "The whole class"], ...groups.map(({ id, name }): [string, string] => [id, name])]}
          value={selection.group ?? ""}
        />
      ) : null}
    </>
  );
}

/** Asks for the same report over other attempts. */
export function SelectionForm({ selection, groups }: Props) {
  return (
    <form method="get" className="chosen">
      <SelectionFields selection={selection} groups={groups} />
      <button className="btn" type="submit">
        Show
      </button>
    </form>
  );
}

/** The query that keeps a selection in a link. */
export function selectionQuery({ which, group }: Selection, more: Record<string, string> = {}): string {
  return `?${new URLSearchParams({ which, ...(group ? { group } : {}), ...more })}`;
}
