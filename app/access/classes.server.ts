import { redirect } from "@remix-run/node";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { assignments, classes, enrolments, terms } from "#drizzle/schema";
import { db, worded } from "~/db.server";
import { phase } from "~/models/assignment.server";
import { grant } from "./grant";
import type {
  MyAssignment,
  MyAttempt,
  Person,
  SeenAssignment,
  SeenClass,
  TaughtAssignment,
  TaughtClass,
} from "./rights";
import { type Args, idParam, notFound, person } from "./visitor.server";

/** A class one teaches. @throws 404 */
export async function taughtClass(args: Args): Promise<TaughtClass> {
  return grant(await fetchClass(args, ["teacher"]));
}

/** A class one teaches or observes, to read. @throws 404 */
export async function seenClass(args: Args): Promise<SeenClass> {
  return grant(await fetchClass(args, ["teacher", "observer"]));
}

/** An assignment of a class one teaches, also one that was removed: it can be brought back. @throws 404 */
export async function taughtAssignment(args: Args): Promise<TaughtAssignment> {
  const viewer = await person(args);
  const found = await fetchAssignment(args, viewer);
  if (found?.role !== "teacher") throw notFound();
  return grant({ ...found.assignment, observer: false });
}

/** The same for who teaches or observes its class, to read. @throws 404 */
export async function seenAssignment(args: Args): Promise<SeenAssignment> {
  const viewer = await person(args);
  const found = await fetchAssignment(args, viewer);
  if (!found || found.role === "student") throw notFound();
  return grant({ ...found.assignment, observer: found.role === "observer" });
}

/** An assignment given to me as a student. @throws 404, or a redirect to its results for who teaches or observes the class */
export async function myAssignment(args: Args): Promise<MyAssignment> {
  const viewer = await person(args);
  const found = await fetchAssignment(args, viewer);
  if (found && found.role !== "student") throw redirect(`/teach/assignments/${found.assignment.id}`);
  if (!found || found.assignment.removedAt) throw notFound();
  return grant({ ...found.assignment, ...found.mine });
}

/** The assignment that an attempt of mine belongs to; null when it is not given to me any more, and for other attempts. */
export async function assignmentOf(attempt: MyAttempt): Promise<MyAssignment | null> {
  const { assignmentId, trial, viewer } = attempt;
  if (assignmentId === null || trial) return null;
  const found = await fetchAssignment({ params: { assignment: assignmentId } }, viewer);
  return found?.role === "student" && !found.assignment.removedAt
    ? grant({ ...found.assignment, ...found.mine })
    : null;
}

async function fetchClass(args: Args, roles: ("teacher" | "observer")[]) {
  const viewer = await person(args);
  const as = and(eq(enrolments.personId, viewer.id), inArray(enrolments.role, roles), isNull(enrolments.removedAt));
  const [found] = await db()
    .select({ found: classes, role: enrolments.role })
    .from(classes)
    .innerJoin(enrolments, and(eq(enrolments.classId, classes.id), as))
    .where(eq(classes.id, idParam(args.params, "class")));
  if (!found) throw notFound();
  return { ...found.found, viewer, observer: found.role === "observer" };
}

const assignmentFor = worded((db) =>
  db
    .select({
      assignment: assignments,
      mine: {
        opensAt: terms.opensAt,
        dueAt: terms.dueAt,
        closesAt: terms.closesAt,
        attemptsAllowed: terms.attemptsAllowed,
        limitMinutes: terms.limitMinutes,
        // In calm mode nothing is said of passing.
        passPercent: sql<number | null>`case when not ${terms.calm} then ${assignments.passPercent} end`,
        timeFactor: terms.timeFactor,
        noTimer: terms.noTimer,
        calm: terms.calm,
        password: terms.password,
      },
      phase,
      zone: classes.zone,
      className: classes.name,
      archivedAt: classes.archivedAt,
      role: enrolments.role,
    })
    .from(assignments)
    .innerJoin(classes, eq(classes.id, assignments.classId))
    .innerJoin(
      enrolments,
      and(
        eq(enrolments.classId, classes.id),
        eq(enrolments.personId, sql.placeholder("viewer")),
        isNull(enrolments.removedAt),
      ),
    )
    .innerJoin(terms, and(eq(terms.assignmentId, assignments.id), eq(terms.personId, sql.placeholder("viewer"))))
    .where(eq(assignments.id, sql.placeholder("id")))
    .prepare("assignment_for"),
);

/** For this room only: whoever calls it decides who may have it. */
export async function fetchAssignment({ params }: Pick<Args, "params">, viewer: Person) {
  const [found] = await assignmentFor().execute({ id: idParam(params, "assignment"), viewer: viewer.id });
  if (!found) return null;
  const { assignment, role, mine, ...rest } = found;
  return { role, mine, assignment: { ...assignment, ...rest, viewer } };
}
