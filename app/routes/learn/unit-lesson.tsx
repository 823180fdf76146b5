import { Mark } from "~/components/mark";
import type { LessonProgress } from "~/models/assigned-lesson.server";
import { many } from "~/text";

/**
 * The lesson of an assignment for one student: its sections in order, and which of them they have marked as read. "check
 * open": read, but a check in it that has to be answered is not.
 */
export type UnitLesson = {
  slug: string;
  title: string;
  sections: { slug: string; heading: string; number: string; standing: "read" | "check open" | "not read" }[];
  progress: LessonProgress;
  checksRequired: boolean;
};

/** What is to be read, as steps, with the way to the next one. */
export function ReadingSteps({ lesson }: { lesson: UnitLesson }) {
  const { slug, sections, progress, checksRequired } = lesson;
  const next = sections.find(({ standing }) => standing !== "read");
  const address = (section: { slug: string }) => `/lessons/${slug}/${section.slug}`;
  return (
    <section className="stack" aria-labelledby="reading">
      <h2 id="reading">{lesson.title}</h2>
      {sections.length === 0 ? (
        <p className="read">This lesson is not in the course any more. There is nothing to read.</p>
      ) : (
        <>
          <p className="soft">
            {progress.finishedAt
              ? `You have read ${sections.length === 1 ? "it" : `all ${sections.length} sections`}.`
              : `${progress.read} of ${many(sections.length, "section")} read. A section is read when you go on from its end.`}
            {checksRequired ? " Answer a section’s checks before you go on to the next." : ""}
          </p>
          <ol className="toc">
            {sections.map((section) => (
              <li key={section.slug}>
                <a href={address(section)}>
                  {section.number} {section.heading}
                </a>
                <span className="says small soft">
                  <Mark name={marks[section.standing]} />
                  {words[section.standing]}
                </span>
              </li>
            ))}
          </ol>
          {next ? (
            <p className="btns">
              <a className="btn go" href={address(next)}>
                {progress.read === 0 ? "Start reading" : `Carry on with ${next.number}`}
              </a>
            </p>
          ) : null}
        </>
      )}
    </section>
  );
}

const marks = { read: "answered", "check open": "waiting", "not read": "not-started" } as const;
const words = { read: "read", "check open": "a check here waits for you", "not read": "not read yet" };
