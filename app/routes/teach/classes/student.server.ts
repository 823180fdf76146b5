import type { TaughtClass } from "~/access/rights";
import { type Args, idParam, notFound } from "~/access/visitor.server";
import { findStudent, type Student } from "~/models/roster.server";

/** The student that the address names, also a removed one; one who was deleted only to be taken off. @throws 404 */
export async function studentOf(taught: TaughtClass, { params }: Args, deletedToo = false): Promise<Student> {
  const student = await findStudent(taught, idParam(params, "person"));
  if (!student || (student.deleted && !deletedToo)) throw notFound();
  return student;
}
