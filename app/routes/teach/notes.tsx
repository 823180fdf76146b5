import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, teacher } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { Drawn } from "~/lessons/blocks/drawn";
import { fillText } from "~/lessons/page.server";
import type { Page as LessonPage } from "~/lessons/view";
import { findNotes } from "~/models/lesson.server";
import lessonStyle from "~/styles/lesson.css?url";

export const links = () => [{ rel: "stylesheet", href: lessonStyle }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} · Keyhole` },
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  const reader = await teacher(args);
  const slug = args.params.lesson ?? "";
  const notes = await findNotes(reader, slug);
  if (!notes) throw notFound();
  return {
    visitor: reader,
    slug,
    title: notes.title,
    lesson: notes.lesson,
    number: notes.number,
    page: await fillText(slug, notes.tree),
  };
}

export default function Notes() {
  const { visitor, slug, title, lesson, number, page } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/teach">
      <div className="lesson noted">
        <header className="lesson-head">
          <p className="eyebrow">
            For teachers only ·{" "}
            <a href={`/lessons/${slug}`}>
              Lesson {number}: {lesson}
            </a>
          </p>
          <h1>{title}</h1>
        </header>
        <div className="prose">
          <Drawn page={page as LessonPage} />
        </div>
      </div>
    </Page>
  );
}
