import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone, notFound } from "~/access/visitor.server";
import { described } from "~/components/described";
import { Page } from "~/components/page";
import aloud from "~/lessons/aloud.ts?worker&url";
import { newsOf } from "~/lessons/blocks/news";
import { SectionPage, sectionStart } from "~/lessons/blocks/section-page";
import { sheetsOf } from "~/lessons/blocks/sheets";
import { unansweredBefore } from "~/lessons/check-gate.server";
import { drawnAlike } from "~/lessons/drawn-alike.server";
import { findPage } from "~/lessons/page.server";
import type { Page as LessonPage, PageDrawn } from "~/lessons/view";
import { findLesson } from "~/models/lesson.server";
import { markOpened, readSections } from "~/models/reading.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const here = data?.lesson.sections.find((section) => section.slug === data.page.section);
  const told = described({
    title: `${here?.number} ${here?.heading}`,
    description: `${data?.lesson.title}: ${data?.lesson.summary}`,
    news: data?.news,
  });
  return [...told, ...(data?.sheets ?? [])];
};

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  const { lesson: slug = "", section = "" } = args.params;
  const lesson = await findLesson(slug);
  if (!lesson) throw notFound();
  const open = await unansweredBefore(visitor, lesson, section, "open");
  if (open) throw redirect(`/lessons/${slug}/${open.section}?first=checks`);
  const page = await findPage(visitor, lesson, section);
  if (page) {
    if (visitor && !visitor.guest) await markOpened(visitor, lesson, section);
    const query = new URL(args.request.url).searchParams;
    const news = newsOf(page, query.get("sent"));
    const first = query.get("first") === "checks" ? await unansweredBefore(visitor, lesson, section, "leave") : null;
    const read = (await readSections(visitor, [lesson]))[slug] ?? [];
    return { visitor, lesson, page: await drawnAlike(lesson, page), sheets: sheetsOf(page.tree), news, first, read };
  }
  const now = Object.hasOwn(lesson.was, section) ? lesson.was[section] : undefined;
  throw now ? redirect(`/lessons/${slug}/${now}`, 301) : notFound();
}

export default function Section() {
  const { visitor, lesson, page, read, first } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/" start={sectionStart}>
      {first ? (
        <p className="said is-waiting" role="status">
          <span />
          <span>
            <a href={`/assignments/${first.by.id}`}>{first.by.title}</a> asks you to answer{" "}
            {first.checks.length === 1 ? "the check" : `${first.checks.length} checks`} on this page before you go on.{" "}
            <a href={`#${first.checks[0]}`}>Go to {first.checks.length === 1 ? "it" : "the first one"}</a>
          </span>
        </p>
      ) : null}
      <SectionPage lesson={lesson} page={page as LessonPage | PageDrawn} read={read} />
      <script type="module" src={aloud} />
    </Page>
  );
}
