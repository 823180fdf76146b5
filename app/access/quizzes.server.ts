import { and, eq, type SQL } from "drizzle-orm";
import { people, quizzes } from "#drizzle/schema";
import { db } from "~/db.server";
import { mayEditQuiz, maySeeQuiz } from "~/models/quiz-sight.server";
import { grant } from "./grant";
import type { EditedQuiz, Person, SeenQuiz } from "./rights";
import { type Args, notFound, teacher } from "./visitor.server";

/** A quiz that a teacher may read, try and copy: the course's, her own, and others' that are ready. @throws 404 */
export async function seenQuiz(args: Args): Promise<SeenQuiz> {
  const viewer = await teacher(args);
  return grant(await fetchQuiz(args, viewer, maySeeQuiz(viewer)));
}

/** A quiz that a teacher may change: her own, or one that its owner has opened. A retired one too. @throws 404 */
export async function editedQuiz(args: Args): Promise<EditedQuiz> {
  const viewer = await teacher(args);
  return grant(await fetchQuiz(args, viewer, mayEditQuiz(viewer)));
}

async function fetchQuiz({ params }: Args, viewer: Person, which: SQL) {
  const [found] = await db()
    .select({ quiz: quizzes, ownerName: people.name, mayEdit: mayEditQuiz(viewer) })
    .from(quizzes)
    .leftJoin(people, eq(people.id, quizzes.ownerId))
    .where(and(eq(quizzes.slug, params.quiz ?? ""), which));
  if (!found) throw notFound();
  const { quiz, ...rest } = found;
  return { ...quiz, ...rest, viewer };
}
