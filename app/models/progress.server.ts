import { sql } from "drizzle-orm";
import type { SignedIn } from "~/access/rights";
import { rows } from "~/db.server";
import { practiceHeldBack } from "./held-back.server";
import { listLessons } from "./lesson.server";
import { type MasteredObjective, tally } from "./mastery.server";
import { readSections } from "./reading.server";
import { shown, withTerms } from "./shown.server";
import { closeMineIfOver } from "./submission.server";

/** How far somebody is with one lesson. */
export type LessonProgress = {
  slug: string;
  number: number;
  title: string;
  /** Sections read, of how many. */
  read: number;
  sections: number;
  /** The address part of its quiz in the course, if it has one. */
  quiz: string | null;
  /** The best complete score in a quiz of the lesson that its owner may see. */
  best: { score: number; max: number } | null;
  objectives: MasteredObjective[];
};

/**
 * A person's own way through the course, from their classes and from practice. Only what they may see of results goes into
 * it: an attempt whose points or whose right and wrong answers are not out yet is as if it were not there.
 */
export async function progressOf(person: SignedIn): Promise<LessonProgress[]> {
  await closeMineIfOver(person);
  const seen = (
    await rows<Seen>(sql`
      select attempts.id, quizzes.lesson, attempts.score::float8 as score, attempts.max_score::float8 as max, ${shown.correctness} as whole
      from attempts
      join quizzes on quizzes.slug = attempts.quiz
      ${withTerms}
      where attempts.person_id = ${person.id}::uuid and attempts.state in ('submitted', 'marked') and not attempts.trial and ${shown.marks}
        and not (attempts.assignment_id is null and ${practiceHeldBack(person, sql`attempts.id`)})`)
  ).sort((a, b) => share(b) - share(a));
  const whole = JSON.stringify(seen.filter((one) => one.whole).map(({ id }) => id));
  const objectives = await tally(
    sql`t.id in (select value::uuid from jsonb_array_elements_text(${whole}::text::jsonb))`,
  );
  const lessons = await listLessons();
  const read = await readSections(person, lessons);
  return lessons.map(({ slug, number, title, sections, quiz }) => {
    const best = seen.find((one) => one.lesson === slug && one.score !== null);
    return {
      ...{ slug, number, title, sections: sections.length, read: read[slug]?.length ?? 0, quiz: quiz ?? null },
      best: best ? { score: best.score ?? 0, max: best.max } : null,
      objectives: objectives.filter(({ lesson }) => lesson === slug),
    };
  });
}

type Seen = { id: string; lesson: string | null; score: number | null; max: number; whole: boolean };
const share = ({ score, max }: Seen) => (score === null || max === 0 ? -1 : score / max);
