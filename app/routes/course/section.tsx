import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone, notFound } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { SectionPage } from "~/lessons/blocks/section-page";
import { findPage } from "~/lessons/page.server";
import type { Page as LessonPage } from "~/lessons/view";
import { findLesson } from "~/models/lesson.server";
import { markOpened, readSections } from "~/models/reading.server";
import figure from "~/styles/figure.css?url";
import item from "~/styles/item.css?url";
import lessonStyle from "~/styles/lesson.css?url";

export function links() {
  return [figure, item, lessonStyle].map((href) => ({ rel: "stylesheet", href }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const here = data?.lesson.sections.find((section) => section.slug === data.page.section);
  return [
    { title: `${here?.number} ${here?.heading} · Keyhole` },
    { name: "description", content: `${data?.lesson.title}: ${data?.lesson.summary}` },
  ];
};

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  const { lesson: slug = "", section = "" } = args.params;
  const lesson = await findLesson(slug);
  if (!lesson) throw notFound();
  const page = await findPage(visitor, lesson, section);
  if (page) {
    if (visitor && !visitor.guest) await markOpened(visitor, lesson, section);
    return { visitor, lesson, page, read: (await readSections(visitor, [lesson]))[slug] ?? [] };
  }
  const now = Object.hasOwn(lesson.was, section) ? lesson.was[section] : undefined;
  throw now ? redirect(`/lessons/${slug}/${now}`, 301) : notFound();
}

export default function Section() {
  const { visitor, lesson, page, read } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/">
      <SectionPage lesson={lesson} page={page as LessonPage} read={read} />
    </Page>
  );
}
