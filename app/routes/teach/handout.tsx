import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound, teacher } from "~/access/visitor.server";
import { KeyLines } from "~/components/key-lines";
import { Page } from "~/components/page";
import { Prose } from "~/components/prose";
import { WholeLesson } from "~/lessons/blocks/whole-lesson";
import { listPages } from "~/lessons/page.server";
import { idsOf } from "~/lessons/tree";
import type { Page as LessonPage } from "~/lessons/view";
import { checkKeys } from "~/models/check-key.server";
import { findLesson } from "~/models/lesson.server";

export { links } from "~/lessons/blocks/sheets";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.lesson.title}, handout${data?.keys ? " with key" : ""} · Keyhole` },
  { name: "robots", content: "noindex" },
];

/** The lesson as a class gets it on paper: nobody's answers are in it, not the teacher's own either. `?key=1` adds the key. */
export async function loader(args: LoaderFunctionArgs) {
  const reader = await teacher(args);
  const lesson = await findLesson(args.params.lesson ?? "");
  if (!lesson) throw notFound();
  const pages = await listPages(null, lesson, null);
  const withKey = new URL(args.request.url).searchParams.get("key") === "1";
  const ids = pages.flatMap(({ tree }) => idsOf(tree, "kh-check"));
  return { visitor: reader, lesson, pages, keys: withKey ? await checkKeys(reader, ids) : null };
}

export default function Handout() {
  const { visitor, lesson, pages, keys } = useLoaderData<typeof loader>();
  const address = `/teach/lessons/${lesson.slug}/handout`;
  return (
    <Page visitor={visitor} at="/teach" className="whole">
      <WholeLesson lesson={lesson} pages={pages as LessonPage[]}>
        <p className="btns">
          {keys ? (
            <a className="btn" href={address}>
              Without the key, for students
            </a>
          ) : (
            <a className="btn" href={`${address}?key=1`}>
              With the key, for you
            </a>
          )}
          <span className="soft">
            Print this page from your browser’s menu, or with Ctrl+P (⌘P on a Mac).
            {keys ? " The key comes last, on a sheet of its own." : " The key is not on it."}
          </span>
        </p>
      </WholeLesson>
      {keys ? (
        <section className="sheet-of-keys stack" aria-labelledby="key">
          <h2 id="key">Key to the checks, for the teacher</h2>
          {keys.length === 0 ? <p className="soft">This lesson has no checks.</p> : null}
          {keys.map(({ id, stem, rows, explanation }) => (
            <section key={id} className="stack" aria-labelledby={`key-${id}`}>
              <h3 id={`key-${id}`}>{stem}</h3>
              <KeyLines rows={rows} />
              <Prose className="reread" text={explanation} />
            </section>
          ))}
        </section>
      ) : null}
    </Page>
  );
}
