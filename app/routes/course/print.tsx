import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone, notFound } from "~/access/visitor.server";
import { described } from "~/components/described";
import { Page } from "~/components/page";
import { WholeLesson } from "~/lessons/blocks/whole-lesson";
import { unansweredBefore } from "~/lessons/check-gate.server";
import { listPages } from "~/lessons/page.server";
import type { Page as LessonPage } from "~/lessons/view";
import { findLesson } from "~/models/lesson.server";

export { links } from "~/lessons/blocks/sheets";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  described({
    title: `${data?.lesson.title}, on one page`,
    description: `All sections of “${data?.lesson.title}” for paper.`,
  });

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  const lesson = await findLesson(args.params.lesson ?? "");
  if (!lesson) throw notFound();
  // Paper is no way around what an assignment asks to answer first.
  const first = await unansweredBefore(visitor, lesson, lesson.sections.at(-1)?.slug ?? "", "open");
  return { visitor, lesson, first, pages: await listPages(visitor, lesson, first?.section ?? null) };
}

export default function Print() {
  const { visitor, lesson, first, pages } = useLoaderData<typeof loader>();
  const waits = lesson.sections[pages.length];
  return (
    <Page visitor={visitor} at="/" className="whole">
      <WholeLesson lesson={lesson} pages={pages as LessonPage[]} />
      {first && waits ? (
        <p className="said is-waiting">
          <span />
          <span>
            From {waits.number} on it waits: <a href={`/assignments/${first.by.id}`}>{first.by.title}</a> asks you to
            answer {first.checks.length === 1 ? "the check" : `${first.checks.length} checks`} of{" "}
            <a href={`/lessons/${lesson.slug}/${first.section}#${first.checks[0]}`}>the section before it</a> first.
          </span>
        </p>
      ) : null}
    </Page>
  );
}
