import type { SeenAssignment } from "~/access/rights";
import { isId } from "~/access/visitor.server";
import { type Selection, type Which, whichCounts, whiches } from "~/models/handed-in.server";

/** Which attempts a report's address asks for; by itself those that count, of everybody. */
export function selectionOf(request: Request, assignment: Pick<SeenAssignment, "counts">, suffix = ""): Selection {
  const search = new URL(request.url).searchParams;
  const which = search.get(`which${suffix}`) as Which;
  const group = search.get(`group${suffix}`) ?? "";
  return {
    which: whiches.includes(which) ? which : whichCounts(assignment.counts),
    group: isId(group) ? group : null,
  };
}
