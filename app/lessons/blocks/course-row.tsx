import { Mark } from "~/components/mark";
import type { Lesson } from "~/models/lesson.server";
import type { QuizOverview } from "~/models/quiz.server";
import { many, points } from "~/text";

type Listed = Pick<Lesson, "slug" | "number" | "title" | "subtitle" | "summary" | "readingMinutes" | "labMinutes"> & {
  count: number;
};

/** A lesson in the list of the course: what it is about, how long it takes, how far one has come. */
export function CourseRow({
  lesson: { slug, number, title, subtitle, summary, readingMinutes, labMinutes, count },
  done,
  quiz,
}: {
  lesson: Listed;
  done: number;
  quiz: QuizOverview | undefined;
}) {
  return (
    <li>
      <span className="n" aria-hidden="true">
        {number}
      </span>
      <div>
        <h3>
          <a href={`/lessons/${slug}`}>{title}</a>
        </h3>
        <p>
          {subtitle}. {summary}
        </p>
      </div>
      <p className="meta">
        <span>
          {readingMinutes} min to read{labMinutes ? `, ${labMinutes} min lab` : ""}
        </span>
        <span className="says">
          {done === 0 ? (
            <>
              <Mark name="not-started" />
              Not started
            </>
          ) : done < count ? (
            <>
              <Mark name="working" />
              {done} of {many(count, "section")} read
            </>
          ) : (
            <>
              <Mark name="answered" />
              All {many(count, "section")} read
            </>
          )}
        </span>
        {quiz ? <a href={`/quizzes/${quiz.slug}`}>Quiz: {many(quiz.questions, "question")}</a> : null}
      </p>
    </li>
  );
}

/** A quiz that stands in the list of the course by itself: which lessons it draws on, how long it is. */
export function QuizRow({
  quiz: { slug, title, questions, points: most },
  lessons,
  whole,
}: {
  quiz: QuizOverview;
  lessons: number[];
  /** It draws on every lesson of the course. */
  whole: boolean;
}) {
  return (
    <li>
      <span className="n" aria-hidden="true" />
      <div>
        <h3>
          <a href={`/quizzes/${slug}`}>{title}</a>
        </h3>
        {lessons.length < 2 ? null : whole ? (
          <p>Brings {numbered(lessons)} together, at the end of the course.</p>
        ) : (
          <p>More practice for {numbered(lessons)}.</p>
        )}
      </div>
      <p className="meta">
        <span>
          {many(questions, "question")}, {points(most)}
        </span>
      </p>
    </li>
  );
}

/** "lessons 1, 2 and 3" */
function numbered(lessons: number[]): string {
  return `lessons ${lessons.slice(0, -1).join(", ")} and ${lessons.at(-1)}`;
}
