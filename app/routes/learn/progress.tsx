import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { person } from "~/access/visitor.server";
import { MasteryExplained, MasteryTable } from "~/components/mastery-table";
import { Page } from "~/components/page";
import { type LessonProgress, progressOf } from "~/models/progress.server";
import home from "~/styles/home.css?url";
import { score } from "~/text";

export const links = () => [{ rel: "stylesheet", href: home }];
export const meta: MetaFunction = () => [{ title: "How far you are · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  const me = await person(args);
  return { me, lessons: await progressOf(me) };
}

/** One's own way through the course. */
export default function Progress() {
  const { me, lessons } = useLoaderData<typeof loader>();
  return (
    <Page visitor={me} at="/me" className="home stack">
      <p className="eyebrow">
        <a href="/me">Your work</a>
      </p>
      <h1>How far you are</h1>
      <p className="read">
        From your classes and from practice. Only you and, for what was given to you, your teachers see it. Results that
        are not out yet are not in it.
      </p>
      {lessons.length === 0 ? <p className="soft">There is no lesson here yet.</p> : null}
      {lessons.map((lesson) => (
        <Lesson key={lesson.slug} lesson={lesson} />
      ))}
      {lessons.some(({ objectives }) => objectives.length > 0) ? <MasteryExplained /> : null}
    </Page>
  );
}

function Lesson({
  lesson: { slug, number, title, read, sections, quiz, best, objectives },
}: {
  lesson: LessonProgress;
}) {
  return (
    <section className="stack" aria-labelledby={slug}>
      <h2 id={slug}>
        <a href={`/lessons/${slug}`}>
          {number}. {title}
        </a>
      </h2>
      <p>
        Read: {read} of {sections} sections{" "}
        <progress className="readbar" value={read} max={sections} aria-label={`Sections read of ${title}`} />
      </p>
      <p>
        {best ? `Best in its quiz: ${score(best.score)} of ${score(best.max)} points.` : "No result of its quiz yet."}{" "}
        {quiz && !best ? <a href={`/quizzes/${quiz}`}>To the quiz</a> : null}
      </p>
      {objectives.length > 0 ? (
        <MasteryTable mastery={objectives} />
      ) : (
        <p className="soft">What you can do after it shows here once you have answered questions about it.</p>
      )}
    </section>
  );
}
