import { eq } from "drizzle-orm";
import { assignments, assignmentTargets, quizSlots, quizzes } from "#drizzle/schema";
import type { TaughtClass } from "~/access/rights";
import { db } from "~/db.server";
import { onceMore } from "./chapters";
import { type Student, tellWeek } from "./week.server";

const quiz = "who-holds-the-key-once-more";
const questions = ["L1.Q06", "LAB.Q02", "LAB.Q06"];

/**
 * Teaches one section again to those whose answers showed the wrong idea that it is about more than once: some have done it, some not.
 * @param ideas what each student's answers showed so far, by name
 */
export async function teachAgain(nineB: TaughtClass, students: Student[], ideas: Map<string, string[]>): Promise<void> {
  const chapter = onceMore(quiz);
  const showed = (name: string) => ideas.get(name)?.filter((idea) => idea === chapter.misconception).length ?? 0;
  const those = students.filter(({ name }) => showed(name) > 1);
  await db().insert(quizzes).values({ slug: quiz, title: chapter.title, practice: "nobody", ownerId: nineB.viewer.id });
  await db()
    .insert(quizSlots)
    .values(questions.map((itemId, index) => ({ quiz, position: index + 1, itemId, weight: 1 })));
  // Who does the capstone in time did this in time; having read the section again helps.
  const again = those.map((student): Student => {
    const way = student.ways[3] === "at" ? "on" : "never";
    return { ...student, knows: student.knows + 0.25, ways: ["never", "never", "never", way] };
  });
  await tellWeek(nineB, again, chapter, 3);
  const [given] = await db()
    .update(assignments)
    .set({ everybody: false })
    .where(eq(assignments.quiz, quiz))
    .returning({ id: assignments.id });
  const targets = those.map(({ person }) => ({
    assignmentId: given?.id as string,
    classId: nineB.id,
    personId: person.id,
  }));
  await db().insert(assignmentTargets).values(targets);
}
