import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { attempts, classes, enrolments } from "#drizzle/schema";
import { db } from "~/db.server";
import { anything } from "~/models/review-matrix";
import { attemptWhere, fetchAttempt } from "./attempts.server";
import { fetchAssignment } from "./classes.server";
import { grant } from "./grant";
import type { ViewedAssignment, ViewedAttempt, ViewedStudent } from "./rights";
import { type Args, idParam, notFound, person } from "./visitor.server";

/** A student of a class that one teaches or observes, to see what they see of it. @throws 404 */
export async function viewedStudent(args: Args): Promise<ViewedStudent> {
  const viewer = await person(args);
  const desk = alias(enrolments, "desk");
  const present = and(eq(enrolments.role, "student"), isNull(enrolments.removedAt));
  const [found] = await db()
    .select({ klass: classes, role: desk.role, id: enrolments.personId, name: enrolments.name })
    .from(classes)
    .innerJoin(
      desk,
      and(
        eq(desk.classId, classes.id),
        eq(desk.personId, viewer.id),
        inArray(desk.role, ["teacher", "observer"]),
        isNull(desk.removedAt),
      ),
    )
    .innerJoin(enrolments, and(eq(enrolments.classId, classes.id), present))
    .where(and(eq(classes.id, idParam(args.params, "class")), eq(enrolments.personId, idParam(args.params, "person"))));
  if (!found) throw notFound();
  const { klass, role, id, name } = found;
  const student = { id, name, mayTeach: false, host: false, guest: false, device: false, sample: null };
  return grant({ ...klass, viewer, observer: role === "observer", student });
}

/** An assignment of the class as this student sees it now. @throws 404, also where the student gets one */
export async function viewedAssignment(of: ViewedStudent, { params }: Args): Promise<ViewedAssignment> {
  const found = await fetchAssignment({ params }, of.student);
  if (!found || found.assignment.classId !== of.id || found.assignment.removedAt) throw notFound();
  return grant({ ...found.assignment, ...found.mine });
}

/** An attempt of this student in the class, with what they may see of it now. @throws 404 */
export async function viewedAttempt(of: ViewedStudent, args: Args): Promise<ViewedAttempt> {
  const found = await fetchAttempt(args, theirs, { student: of.student.id, class: of.id });
  const { shown } = found;
  return grant({
    ...found,
    released: anything(shown),
    score: shown.marks ? found.score : null,
    viewer: of.student,
  });
}

const theirs = attemptWhere(sql`${attempts.personId} = ${sql.placeholder("student")}::uuid
  and ${attempts.classId} = ${sql.placeholder("class")}::uuid and not ${attempts.trial}`);
