import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Person } from "~/access/rights";
import { anyone, notFound } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { toResult } from "~/components/result";
import { readAnswer } from "~/lessons/answer-form.server";
import { SectionPage, sectionStart } from "~/lessons/blocks/section-page";
import { sheetsOf } from "~/lessons/blocks/sheets";
import { unansweredBefore } from "~/lessons/check-gate.server";
import { findPage } from "~/lessons/page.server";
import { idsOf } from "~/lessons/tree";
import type { Page as LessonPage } from "~/lessons/view";
import { findLesson, findTrees, type Lesson } from "~/models/lesson.server";
import { keepAnswer } from "~/models/lesson-answer.server";
import { findChecks } from "~/models/lesson-check.server";
import { readSections } from "~/models/reading.server";
import { personOrNewGuest } from "~/session.server";
import { formBody, isRefused } from "../form-body.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: "Not kept yet: your answer · Keyhole" },
  { name: "robots", content: "noindex" },
  ...sheetsOf(data?.page.tree),
];

/** The section again, for an answer that could not be taken. Somebody who only opens the address goes to the section. */
export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  if (!isRefused(args.request)) throw redirect(`/lessons/${args.params.lesson}/${args.params.section}`);
  const { lesson: slug = "", section = "" } = args.params;
  const lesson = await findLesson(slug);
  if (!lesson) throw notFound();
  await keepsOrder(visitor, lesson, section);
  const page = await findPage(visitor, lesson, section);
  if (!page) throw notFound();
  return { visitor, lesson, page, read: (await readSections(visitor, [lesson]))[lesson.slug] ?? [] };
}

/** Keeps a prediction, a check's answer or a reflection; a stranger becomes a guest by it. */
export async function action(args: ActionFunctionArgs) {
  const visitor = await anyone(args);
  const { lesson: slug = "", section = "" } = args.params;
  const lesson = await findLesson(slug);
  const tree = lesson && (await findTrees(lesson, section)).get(section);
  if (!lesson || !tree) throw notFound();
  await keepsOrder(visitor, lesson, section);
  // A body that is no form holds no answer, and is refused like any other without one.
  const form = await formBody(args.request);
  const given = readAnswer(form, tree, await findChecks(idsOf(tree, "kh-check")));
  if ("refused" in given) return data(given.refused, { status: 400 });
  const { person, headers } = await personOrNewGuest(args.request);
  await keepAnswer(person, slug, given.answer);
  const { block } = given.answer;
  const at = String(form.get("at") ?? "");
  const anchor = /^[A-Za-z0-9.-]{1,100}$/.test(at) ? at : block;
  return redirect(toResult(`/lessons/${slug}/${section}`, block, anchor), { headers });
}

/** A section that is not open yet is not drawn or answered by this address either. @throws a redirect to what comes first */
async function keepsOrder(visitor: Person | null, lesson: Lesson, section: string): Promise<void> {
  const open = await unansweredBefore(visitor, lesson, section, "open");
  if (open) throw redirect(`/lessons/${lesson.slug}/${open.section}?first=checks`);
}

export default function LessonAnswer() {
  const { visitor, lesson, page, read } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return (
    <Page visitor={visitor} at="/" start={sectionStart}>
      <SectionPage lesson={lesson} page={page as LessonPage} read={read} refused={refused} />
    </Page>
  );
}
