import type { Lesson } from "~/models/lesson.server";
import type { Page, PageDrawn, Refused } from "../view";
import { Afterwards } from "./afterwards";
import { Drawn } from "./drawn";
import { ReadAloud } from "./read-aloud";
import { Reviewed } from "./reviewed";

type Outline = Pick<Lesson, "slug" | "number" | "title" | "subtitle" | "quiz" | "sections" | "version" | "reviewed">;

/** The heading of a section: where the skip link leads, past the list of sections. */
export const sectionStart = "heading";

/** One section of a lesson: rail of stations, heading, text with its notes, the way on. */
export function SectionPage({
  lesson,
  page,
  read,
  refused,
}: {
  lesson: Outline;
  page: Page | PageDrawn;
  read: string[];
  refused?: Refused | null;
}) {
  const at = lesson.sections.findIndex((section) => section.slug === page.section);
  const here = lesson.sections[at];
  return (
    <div className="lesson">
      <Rail lesson={lesson} at={at} read={read} />
      <header className="lesson-head">
        <p className="eyebrow">
          <a href={`/lessons/${lesson.slug}`}>{lesson.title}</a> {lesson.subtitle}
        </p>
        <h1 id={sectionStart} tabIndex={-1}>
          {here?.heading}
        </h1>
        <p className="small soft">
          <Reviewed of={lesson} /> <a href={`/lessons/${lesson.slug}/print`}>The whole lesson on one page, for paper</a>
        </p>
        <ReadAloud />
      </header>
      {"html" in page ? (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: React wrote it, of the course alone; see drawn-alike.server.tsx
        <div className="prose" dangerouslySetInnerHTML={{ __html: page.html }} />
      ) : (
        <div className="prose">
          <SectionText lesson={lesson} page={page} refused={refused ?? null} />
        </div>
      )}
    </div>
  );
}

/** What stands under the heading of a section. */
export function SectionText({ lesson, page, refused }: { lesson: Outline; page: Page; refused: Refused | null }) {
  const at = lesson.sections.findIndex((section) => section.slug === page.section);
  return (
    <>
      <Drawn page={page} refused={refused} />
      {at === lesson.sections.length - 1 ? <Afterwards /> : null}
      <Onward lesson={lesson} at={at} />
    </>
  );
}

function Rail({ lesson, at, read }: { lesson: Outline; at: number; read: string[] }) {
  return (
    <nav className="rail" aria-label="Sections of this lesson">
      <p className="now">
        <span>Lesson {lesson.number}</span>
        <span>
          Section {at + 1} of {lesson.sections.length}
        </span>
      </p>
      <ol>
        {lesson.sections.map(({ slug, number, heading }, index) => {
          const done = read.includes(slug);
          return (
            <li key={slug} className={done && index !== at ? "done" : undefined}>
              <a href={`/lessons/${lesson.slug}/${slug}`} aria-current={index === at ? "page" : undefined}>
                <span className="t">
                  {number} {heading}
                  {done ? <span className="vh">, read</span> : null}
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** Going on marks the section as read, so it is a form and not a link. */
function Onward({ lesson, at }: { lesson: Outline; at: number }) {
  const { slug, sections, quiz } = lesson;
  const before = sections[at - 1];
  const after = sections[at + 1];
  const to = after ? `Next: ${after.number} ${after.heading}` : quiz ? "Done. To the quiz" : "Done. Back to the lesson";
  return (
    <form className="next" id="onward" method="post" action={`/lessons/${slug}/${sections[at]?.slug}/read`}>
      {before ? (
        <a href={`/lessons/${slug}/${before.slug}`}>
          ← {before.number} {before.heading}
        </a>
      ) : (
        <a href={`/lessons/${slug}`}>← Contents</a>
      )}
      <button type="submit" className="btn go">
        {to}
      </button>
    </form>
  );
}
