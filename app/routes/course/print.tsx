import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone, notFound } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { Drawn } from "~/lessons/blocks/drawn";
import { day } from "~/lessons/day";
import { listPages } from "~/lessons/page.server";
import type { Page as LessonPage } from "~/lessons/view";
import { findLesson } from "~/models/lesson.server";

export { links } from "./section";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.lesson.title}, on one page · Keyhole` },
  { name: "description", content: `All sections of “${data?.lesson.title}” for paper.` },
];

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  const lesson = await findLesson(args.params.lesson ?? "");
  if (!lesson) throw notFound();
  return { visitor, lesson, pages: await listPages(visitor, lesson) };
}

export default function Print() {
  const { visitor, lesson, pages } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/" className="whole">
      <header className="lesson-head">
        <p className="eyebrow">
          Keyhole, lesson {lesson.number} · {lesson.subtitle}
        </p>
        <h1>{lesson.title}</h1>
        <p className="read">{lesson.summary}</p>
        <p className="small soft">
          {lesson.readingMinutes} min to read. Last checked on {day(lesson.reviewed)}.{" "}
          <a href={`/lessons/${lesson.slug}`}>Back to the lesson</a>
        </p>
      </header>
      {lesson.sections.map(({ slug, number, heading }, index) => (
        <section key={slug} className="lesson" aria-labelledby={slug}>
          <h2 id={slug} className="lesson-head">
            {number} {heading}
          </h2>
          <div className="prose">
            <Drawn page={pages[index] as LessonPage} paper />
          </div>
        </section>
      ))}
    </Page>
  );
}
