import { draft, makeQuiz } from "../factories";
import { give, handIn, makeClass, makeStudent } from "./teaching";

/** Twelve students, the strongest first: a letter a question. The key of all four says "a". */
export const answered = [
  ["b", "a", "a", "a"],
  ["b", "a", "a", "a"],
  ["b", "a", "a", "a"],
  ["b", "a", "a", "b"],
  ["b", "a", "a", "c"],
  ["a", "a", "b", "a"],
  ["a", "a", "b", "b"],
  ["c", "b", "a", "b"],
  ["a", "b", "b", null],
  ["a", "b", "c", null],
  ["a", "b", "c", "b"],
  ["a", "c", "c", "b"],
];

export const names = ["Ana", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gia", "Hal", "Ines", "Jon", "Kim", "Lea"];

/** A class whose strong students chose "b" in the first question: its key is wrong. */
export async function reportedClass(rules: Parameters<typeof give>[3] = {}) {
  const { rivera, klass } = await makeClass();
  const items = [draft({ stem: "First?" }), draft({ stem: "Second?" }), draft(), draft()];
  const quiz = await makeQuiz(items, 2);
  const assignment = await give(rivera, klass, quiz, rules);
  const students = [];
  const attempts: string[] = [];
  for (const [index, name] of names.entries()) {
    const student = await makeStudent(klass, name);
    students.push(student);
    attempts.push(await handIn(student, assignment, answered[index] as (string | null)[]));
  }
  return { rivera, klass, quiz, assignment, students, attempts, items: items.map(({ id }) => id) };
}
