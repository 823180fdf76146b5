import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, teacher } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { Drawn } from "~/lessons/blocks/drawn";
import { fillNotes } from "~/lessons/page.server";
import type { Page as LessonPage } from "~/lessons/view";
import { listCommentKeys } from "~/models/ledger.server";
import { findNotes } from "~/models/lesson.server";
import cards from "~/styles/cards.css?url";
import lessonStyle from "~/styles/lesson.css?url";

export const links = () => [lessonStyle, cards].map((href) => ({ rel: "stylesheet", href }));
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
    page: await fillNotes(slug, notes.tree, await listCommentKeys(reader)),
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
