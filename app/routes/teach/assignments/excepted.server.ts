import type { TaughtAssignment } from "~/access/rights";
import { type Args, idParam, notFound } from "~/access/visitor.server";
import { type Excepted, findOverride } from "~/models/override.server";

/** The student of the assignment's class that the address names. @throws 404 */
export async function exceptedOf(assignment: TaughtAssignment, { params }: Args): Promise<Excepted> {
  const student = await findOverride(assignment, idParam(params, "person"));
  if (!student) throw notFound();
  return student;
}
