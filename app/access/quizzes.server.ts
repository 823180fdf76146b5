import { and, eq, type SQL, sql } from "drizzle-orm";
import { people, quizzes } from "#drizzle/schema";
import { db } from "~/db.server";
import { mayEditQuiz, mayPractise, maySeeQuiz } from "~/models/quiz-sight.server";
import { grant } from "./grant";
import type { EditedQuiz, Person, SeenQuiz } from "./rights";
import { type Args, anyone, notFound, person, teacher } from "./visitor.server";

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

/**
 * A quiz that the visitor may practise, signed in or not.
 * @param known the visitor, by who has asked for them already
 * @returns its slug
 * @throws 404, or a redirect to the sign-in page for a stranger who might be a student of a class that may
 */
export async function practisable(args: Args, known?: Person | null): Promise<string> {
  const visitor = known === undefined ? await anyone(args) : known;
  const slug = args.params.quiz ?? "";
  const [found] = await db()
    .select({ may: mayPractise(visitor), practice: quizzes.practice })
    .from(quizzes)
    .where(and(eq(quizzes.slug, slug), sql`${quizzes.practice} <> 'nobody'`));
  if (found && !visitor && found.practice === "class") await person(args);
  if (!found?.may) throw notFound();
  return slug;
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
