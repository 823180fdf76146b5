import type { TaughtAssignment } from "~/access/rights";
import { type Args, idParam, notFound } from "~/access/visitor.server";
import { type ExceptedGroup, findGroupOverride } from "~/models/group-override.server";
import { type Excepted, findOverride } from "~/models/override.server";

/** The student of the assignment's class that the address names. @throws 404 */
export async function exceptedOf(assignment: TaughtAssignment, { params }: Args): Promise<Excepted> {
  const student = await findOverride(assignment, idParam(params, "person"));
  if (!student) throw notFound();
  return student;
}

/** The group of the assignment's class that the address names. @throws 404 */
export async function exceptedGroupOf(assignment: TaughtAssignment, { params }: Args): Promise<ExceptedGroup> {
  const group = await findGroupOverride(assignment, idParam(params, "group"));
  if (!group) throw notFound();
  return group;
}
