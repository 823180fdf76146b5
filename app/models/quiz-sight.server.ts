import { type SQL, sql } from "drizzle-orm";
import { quizzes } from "#drizzle/schema";
import type { Person } from "~/access/rights";

/** Whether a row of `quizzes` can be given to a class: it is in use, asks something, and asks nothing unfinished. */
export const givable: SQL<boolean> = sql<boolean>`(${quizzes.live}
  and exists (select 1 from quiz_slots s where s.quiz = ${quizzes.slug})
  and not exists (select 1 from quiz_slots s join items i on i.id = s.item_id where s.quiz = ${quizzes.slug} and i.state = 'draft'))`;

/** Whether this teacher may edit it: her own, and those that their owner has opened. Never the course's. */
export function mayEditQuiz(viewer: Pick<Person, "id">): SQL<boolean> {
  return sql<boolean>`(${quizzes.ownerId} is not null and (${quizzes.ownerId} = ${viewer.id}::uuid or ${quizzes.shared}))`;
}

/** Whether this teacher may see it: what she may edit, all of the course, and of others what could be given to a class. */
export function maySeeQuiz(viewer: Pick<Person, "id">): SQL<boolean> {
  return sql<boolean>`((${quizzes.ownerId} is null and ${quizzes.live}) or ${mayEditQuiz(viewer)} or ${givable})`;
}

/**
 * Whether somebody may practise it outside an assignment. "class" is for its owner, the owner's students, and those of
 * every class that it was given to.
 * @param visitor null for a stranger
 */
export function mayPractise(visitor: Pick<Person, "id"> | null): SQL<boolean> {
  const open = sql`${quizzes.practice} = 'everybody'`;
  if (visitor === null) return sql<boolean>`(${givable} and ${open})`;
  const own = sql`coalesce(${quizzes.ownerId} = ${visitor.id}::uuid, false)`;
  return sql<boolean>`(${givable} and (${open} or ${quizzes.practice} = 'class' and (${own} or exists (
    select 1 from enrolments e where e.person_id = ${visitor.id}::uuid and e.role = 'student' and e.removed_at is null
      and (exists (select 1 from enrolments t where t.class_id = e.class_id and t.person_id = ${quizzes.ownerId}
          and t.role = 'teacher' and t.removed_at is null)
        or exists (select 1 from assignments a where a.class_id = e.class_id and a.quiz = ${quizzes.slug}
          and a.removed_at is null))))))`;
}
