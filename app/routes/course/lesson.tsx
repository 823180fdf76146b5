import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone, notFound } from "~/access/visitor.server";
import { described } from "~/components/described";
import { Mark } from "~/components/mark";
import { Page } from "~/components/page";
import { Reviewed } from "~/lessons/blocks/reviewed";
import { findLesson } from "~/models/lesson.server";
import { findObjectives } from "~/models/objective.server";
import { findQuiz } from "~/models/quiz.server";
import { readSections } from "~/models/reading.server";
import lessonStyle from "~/styles/lesson.css?url";
import { many, points } from "~/text";

export const links = () => [{ rel: "stylesheet", href: lessonStyle }];
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  described({ title: data?.lesson.title ?? "Lesson", description: data?.lesson.summary });

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  const lesson = await findLesson(args.params.lesson ?? "");
  if (!lesson) throw notFound();
  const [objectives, quiz, read] = await Promise.all([
    findObjectives(lesson.objectives),
    lesson.quiz ? findQuiz(lesson.quiz) : undefined,
    readSections(visitor, [lesson]),
  ]);
  return { visitor, lesson, objectives, quiz, read: read[lesson.slug] ?? [] };
}

export default function Lesson() {
  const { visitor, lesson, objectives, quiz, read } = useLoaderData<typeof loader>();
  const address = `/lessons/${lesson.slug}`;
  const next = lesson.sections.find((section) => !read.includes(section.slug)) ?? lesson.sections[0];
  return (
    <Page visitor={visitor} at="/" className="contents">
      <header className="stack">
        <p className="eyebrow">
          Lesson {lesson.number} · {lesson.subtitle}
        </p>
        <h1>{lesson.title}</h1>
        <p className="read">{lesson.summary}</p>
        <p className="soft">
          {lesson.readingMinutes} min to read, without what the marks open
          {lesson.labMinutes ? `, ${lesson.labMinutes} min lab` : ""}. <Reviewed of={lesson} />
        </p>
        <p className="btns">
          <a className="btn go" href={`${address}/${next?.slug}`}>
            {read.length === 0
              ? "Start reading"
              : read.length < lesson.sections.length
                ? `Carry on with ${next?.number}`
                : "Read again"}
          </a>
          <a className="btn plain" href={`${address}/print`}>
            The whole lesson on one page, for paper
          </a>
          {visitor?.mayTeach ? (
            <>
              <a className="btn plain" href={`/teach${address}/notes`}>
                Teacher notes
              </a>
              <a className="btn plain" href={`/teach${address}/handout`}>
                Handout, with and without key
              </a>
            </>
          ) : null}
        </p>
      </header>
      <section className="stack" aria-labelledby="sections">
        <h2 id="sections">Sections</h2>
        <ol className="toc">
          {lesson.sections.map(({ slug, number, heading }) => (
            <li key={slug}>
              <a href={`${address}/${slug}`}>
                {number} {heading}
              </a>
              <span className="says small soft">
                {read.includes(slug) ? (
                  <>
                    <Mark name="answered" />
                    read
                  </>
                ) : (
                  <>
                    <Mark name="not-started" />
                    not read yet
                  </>
                )}
              </span>
            </li>
          ))}
          {quiz ? (
            <li>
              <a href={`/quizzes/${quiz.slug}`}>{quiz.title}</a>
              <span className="small soft">
                {many(quiz.questions, "question")}, {points(quiz.points)}
              </span>
            </li>
          ) : null}
        </ol>
      </section>
      <section className="stack" aria-labelledby="after">
        <h2 id="after">After this lesson you can</h2>
        <ul className="plainlist">
          {objectives.map(({ id, statement }) => (
            <li key={id}>{statement}</li>
          ))}
        </ul>
        {lesson.prerequisites.length > 0 ? (
          <>
            <h3>What you need to know before</h3>
            <ul className="plainlist">
              {lesson.prerequisites.map((idea) => (
                <li key={idea}>{idea}</li>
              ))}
            </ul>
          </>
        ) : null}
      </section>
    </Page>
  );
}
