import { sql } from "drizzle-orm";
import { openStore, rows, setStore } from "~/db.server";
import { syncCourse } from "~/lessons/sync.server";
import { setPassword, signUp } from "~/models/account.server";
import { Visitor } from "../visitor";
import { type ClassPlan, type FilledClass, fill } from "./fill";

/**
 * What is measured: a class that is done, one that is at it now, and how their teacher and a student sign in. `year` is
 * like `done` with four times as many students: a file that is written as it is read needs no more memory for them.
 * `attempt` is that of the student "saver".
 */
export type School = {
  done: FilledClass;
  running: FilledClass;
  year: FilledClass;
  /** A class of everyday size and the largest one, where they were asked for. */
  others: { done: FilledClass; running: FilledClass }[];
  password: string;
  attempt: string;
};

/** The three classes of a school of which `done` and `running` have so many students, each asked so many questions. */
const classesOf = (students: number, year: number, questions: number): ClassPlan[] => [
  { name: "Done", students, questions, goes: 3, running: false },
  { name: "Running", students, questions, goes: 1, running: true },
  { name: "Year", students: year, questions, goes: 3, running: false },
];
/** What the desk is measured with, and with a year group. */
export const large = classesOf(200, 0, 50);
export const largeWithYear = classesOf(200, 800, 50);
/** A class that is done and one that is at it now, of another size. */
export const alsoOf = (students: number): ClassPlan[] =>
  classesOf(students, 0, 50)
    .slice(0, 2)
    .map((one) => ({ ...one, name: `${one.name}, ${students}` }));
/** What growth is measured with: an everyday class among more and more others. */
export const everyday = classesOf(30, 30, 20);
/** How many answers a class beside them has in the log, about: two in a hundred are blank, every fifth was changed. */
export const answersOfNeighbour = 30 * 20 * 0.98 * 1.2;
const neighbour = { students: 30, questions: 20, goes: 1, running: false };

/**
 * Fills an empty database as a school would have it: the two classes, and others that no report of theirs may touch.
 * @param database the environment variables that name it
 */
export async function fillSchool(
  database: Record<string, string>,
  neighbours: number,
  measured = large,
): Promise<School> {
  const password = "a long enough password";
  // One connection: what is made on the way lives in temporary tables.
  const store = await openStore({ DATA_DIR: "", ...database, DATABASE_POOL: 1, patient: true });
  setStore(store);
  await store.prepare(async () => {
    await syncCourse("content", "build/server/index.js");
  });
  const teacher = await signUp(null, { name: "Ms Measure", login: "teacher", password, teach: true });
  const other = await signUp(null, { name: "Mr Other", login: "other", password, teach: true });
  if (typeof teacher === "string" || typeof other === "string") throw new Error("The database is not empty.");
  const beside = Array.from({ length: neighbours }, (_, index) => ({ ...neighbour, name: `Class ${index + 1}` }));
  const made = await fill([
    ...measured.map((one) => ({ ...one, teacher: teacher.id })),
    ...beside.map((one) => ({ ...one, teacher: other.id })),
  ]);
  const [done, running, year, ...rest] = made.slice(0, measured.length) as [FilledClass, FilledClass, FilledClass];
  const more = rest as FilledClass[];
  await setPassword(done.student, "student", password);
  await setPassword(running.student, "saver", password);
  const [open] = await rows<{ id: string }>(
    sql`select id from attempts where person_id = ${running.student}::uuid and state = 'in_progress'`,
  );
  if (!open) throw new Error("The student who saves has no attempt under way.");
  // A server does this by itself after a while, the embedded store when it is started.
  if (store.kind === "postgres") {
    await rows(sql`set statement_timeout = 0`);
    await rows(sql`vacuum analyze`);
  }
  await store.close();
  const others = more.flatMap((one, index) =>
    index % 2 ? [] : [{ done: one, running: more[index + 1] as FilledClass }],
  );
  return { done, running, year, others, password, attempt: `/attempts/${open.id}` };
}

/** A browser in which this person of the school has just signed in. */
export async function signIn(keyhole: { origin: string }, { password }: School, login: string): Promise<Visitor> {
  const visitor = new Visitor(keyhole);
  await visitor.get("/sign-in");
  await visitor.submit("Sign in", { login, password });
  if (new URL(visitor.page.url).pathname === "/sign-in") throw new Error(`The ${login} could not sign in.`);
  return visitor;
}
