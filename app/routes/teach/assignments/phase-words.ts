import type { Phase } from "~/access/rights";
import type { Cell } from "~/models/cell";
import { moment } from "~/text";

export const phaseWords: Record<Phase, string> = {
  "not open yet": "Not open yet",
  open: "Open",
  overdue: "Open, due date passed",
  closed: "Closed",
};

/** How a student stands who has no score to show, in the words of reports. */
export function withoutScore(cell: Exclude<Cell<unknown>, { attempt: unknown }>): string {
  if (cell.state === "reading") return `read ${cell.read} of ${cell.sections}`;
  return cell.state === "overdue" ? "due, not started" : cell.state;
}

type Dated = { opensAt: Date | null; dueAt: Date | null; closesAt: Date | null; lateAllowed?: boolean };

/** The dates that an assignment has, each in words. */
export function dates({ opensAt, dueAt, closesAt, lateAllowed = true }: Dated, zone: string): string[] {
  const closesWhenDue = !lateAllowed && dueAt !== null;
  const said = [
    ["opens", opensAt],
    [closesWhenDue ? "due and closes" : "due", dueAt],
    ["closes", closesWhenDue ? null : closesAt],
  ] as const;
  return said.flatMap(([verb, at]) => (at ? [`${verb} ${moment(at, zone)}`] : []));
}
