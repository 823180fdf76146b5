import type { ReactNode } from "react";
import type { Lesson } from "~/models/lesson.server";
import type { Page } from "../view";
import { Drawn } from "./drawn";
import { Reviewed } from "./reviewed";

/** A lesson on one page, for paper. @param pages of its first sections: all, or as far as its reader may go */
export function WholeLesson({ lesson, pages, children }: { lesson: Lesson; pages: Page[]; children?: ReactNode }) {
  return (
    <>
      <header className="lesson-head">
        <p className="eyebrow">
          Keyhole, lesson {lesson.number} · {lesson.subtitle}
        </p>
        <h1>{lesson.title}</h1>
        <p className="read">{lesson.summary}</p>
        <p className="small soft">
          {lesson.readingMinutes} min to read. <Reviewed of={lesson} />{" "}
          <a href={`/lessons/${lesson.slug}`}>Back to the lesson</a>
        </p>
        {children}
      </header>
      {lesson.sections.slice(0, pages.length).map(({ slug, number, heading }, index) => (
        <section key={slug} className="lesson" aria-labelledby={slug}>
          <h2 id={slug} className="lesson-head">
            {number} {heading}
          </h2>
          <div className="prose">
            <Drawn page={pages[index] as Page} paper />
          </div>
        </section>
      ))}
    </>
  );
}
