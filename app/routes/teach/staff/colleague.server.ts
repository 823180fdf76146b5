import type { SeenClass } from "~/access/rights";
import { type Args, idParam, notFound } from "~/access/visitor.server";
import { type Colleague, findColleague } from "~/models/staff.server";

/** The colleague that the address names, also a former one. @throws 404 */
export async function colleagueOf(of: SeenClass, { params }: Args): Promise<Colleague> {
  const found = await findColleague(of, idParam(params, "person"));
  if (!found) throw notFound();
  return found;
}

/** A class keeps somebody who can change it. */
export const lastTeacher =
  "A class keeps at least one teacher. Make another colleague a teacher first, or archive the class.";
