import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { auditLog } from "#drizzle/schema";
import type { Person, SeenAssignment, SeenAttempt, SeenClass, ViewedStudent } from "~/access/rights";
import { type Db, db, type Tx } from "~/db.server";
import type { Act } from "./audit-acts";

/** Who did what. `by` null: the installation by itself, or who runs its machine. `whom`: whose work or record it was. */
export type Line = {
  by: string | null;
  act: Act;
  whom?: string | null;
  classId?: string | null;
  assignmentId?: string | null;
  counts?: Record<string, number>;
};

/** Writes down what is being done, in the transaction that does it: both hold or neither. */
export async function note(on: Pick<Db | Tx, "insert">, ...lines: Line[]): Promise<void> {
  if (lines.length === 0) return;
  await on
    .insert(auditLog)
    .values(lines.map(({ by, whom, ...line }) => ({ ...line, id: uuidv7(), actorId: by, subjectId: whom ?? null })));
}

/** The same of attempts, each line once, told by the attempt whose and for what it was. */
export async function noteAttempts(tx: Tx, done: { attemptId: string; by: string | null; act: Act }[]): Promise<void> {
  const lines = new Map(
    done.flatMap(({ attemptId, by, act }) =>
      by === null ? [] : [[`${attemptId} ${by} ${act}`, { id: uuidv7(), attempt_id: attemptId, by, act }]],
    ),
  );
  if (lines.size === 0) return;
  await tx.execute(sql`
    insert into audit_log (id, actor_id, act, subject_id, class_id, assignment_id)
    select g.id, g.by, g.act, t.person_id, t.class_id, t.assignment_id
    from jsonb_to_recordset(${JSON.stringify([...lines.values()])}::text::jsonb) as g(id uuid, attempt_id uuid, by uuid, act text)
    join attempts t on t.id = g.attempt_id`);
}

/** What somebody at the desk can look at: a class, an assignment, an attempt, or what one student sees. */
type Looked = SeenClass | SeenAssignment | SeenAttempt | ViewedStudent;

/**
 * Writes down that somebody looks at the work of others: before they see it, and once an hour for each thing. Not for what a
 * page's script asks for again and again.
 * @param whom the student, where the page is about one
 */
export async function looked(of: Looked, act: Act, whom: string | null = whose(of)): Promise<void> {
  const line = { ...placeOf(of), actorId: of.viewer.id, act, subjectId: whom };
  const hour = sql`floor(extract(epoch from now()) / 3600)`;
  const same = Object.values(line).map((one) => sql`${one}::text`);
  await db()
    .insert(auditLog)
    .values({ ...line, id: uuidv7(), once: sql`md5(concat_ws(' ', ${sql.join([...same, hour], sql`, `)}))::uuid` })
    .onConflictDoNothing();
}

/** Writes down that somebody takes a file with the work of a class away: each time. */
export function took(of: SeenClass, act: Extract<Act, "marks file" | "answers file">): Promise<void> {
  return note(db(), { by: of.viewer.id, act, classId: of.id });
}

/** Writes down what somebody does with what is stored about themselves. */
export function noteOwn(person: Pick<Person, "id">, act: Extract<Act, "own file">): Promise<void> {
  return note(db(), { by: person.id, act, whom: person.id });
}

function placeOf(of: Looked): { classId: string | null; assignmentId: string | null } {
  if ("classId" in of) return { classId: of.classId, assignmentId: "assignmentId" in of ? of.assignmentId : of.id };
  return { classId: of.id, assignmentId: null };
}

function whose(of: Looked): string | null {
  if ("student" in of) return of.student.id;
  return "personId" in of ? of.personId : null;
}
