import { sql } from "drizzle-orm";
import { openStore, rows, setStore } from "~/db.server";
import { syncCourse } from "~/lessons/sync.server";
import { setPassword, signUp } from "~/models/account.server";
import { type ClassPlan, type FilledClass, fill } from "./fill";

/**
 * What is measured: a class that is done, one that is at it now, and how their teacher and a student sign in. `year` is
 * like `done` with four times as many students: a file that is written as it is read needs no more memory for them.
 * `attempt` is that of the student "saver".
 */
export type School = { done: FilledClass; running: FilledClass; year: FilledClass; password: string; attempt: string };

const measured: ClassPlan[] = [
  { name: "Done", students: 200, questions: 50, goes: 3, running: false },
  { name: "Running", students: 200, questions: 50, goes: 1, running: true },
  { name: "Year", students: 800, questions: 50, goes: 3, running: false },
];
const neighbour = { students: 30, questions: 20, goes: 1, running: false };

/**
 * Fills an empty database as a school would have it: the two classes, and others that no report of theirs may touch.
 * @param database the environment variables that name it
 */
export async function fillSchool(database: Record<string, string>, neighbours: number): Promise<School> {
  const password = "a long enough password";
  // One connection: what is made on the way lives in temporary tables.
  const store = await openStore({ DATA_DIR: "", ...database, DATABASE_POOL: 1 });
  setStore(store);
  await store.prepare(async () => {
    await syncCourse("content", "build/server/index.js");
  });
  const teacher = await signUp(null, { name: "Ms Measure", login: "teacher", password, teach: true });
  const other = await signUp(null, { name: "Mr Other", login: "other", password, teach: true });
  if (typeof teacher === "string" || typeof other === "string") throw new Error("The database is not empty.");
  const others = Array.from({ length: neighbours }, (_, index) => ({ ...neighbour, name: `Class ${index + 1}` }));
  const made = await fill([
    ...measured.map((one) => ({ ...one, teacher: teacher.id })),
    ...others.map((one) => ({ ...one, teacher: other.id })),
  ]);
  const [done, running, year] = made as [FilledClass, FilledClass, FilledClass];
  await setPassword(done.student, "student", password);
  await setPassword(running.student, "saver", password);
  const [open] = await rows<{ id: string }>(
    sql`select id from attempts where person_id = ${running.student}::uuid and state = 'in_progress'`,
  );
  if (!open) throw new Error("The student who saves has no attempt under way.");
  // A server does this by itself after a while, the embedded store when it is started.
  if (store.kind === "postgres") await rows(sql`analyze`);
  await store.close();
  return { done, running, year, password, attempt: `/attempts/${open.id}` };
}
