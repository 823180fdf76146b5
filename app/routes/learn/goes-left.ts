import type { MyAssignment } from "~/access/rights";
import type { MyGo } from "~/models/assignment.server";

/** How many attempts are left of an assignment, which one is open, and whether there is one to start or to go on with. */
export function goesLeft(
  { attemptsAllowed, phase, archivedAt }: Pick<MyAssignment, "attemptsAllowed" | "phase" | "archivedAt">,
  goes: MyGo[],
) {
  const open = goes.find((go) => go.state === "in_progress");
  const left = Math.max(attemptsAllowed - goes.length, 0);
  const mayStart = open !== undefined || (left > 0 && !archivedAt && phase !== "not open yet" && phase !== "closed");
  return { open, left, mayStart };
}
