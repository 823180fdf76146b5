import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { anyone, notFound } from "~/access/visitor.server";
import { unansweredBefore } from "~/lessons/check-gate.server";
import { findLesson } from "~/models/lesson.server";
import { markRead } from "~/models/reading.server";
import { openReadings } from "~/models/required-checks.server";
import { personOrNewGuest } from "~/session.server";

/** The address belongs to a form; somebody who opens it goes to the section. */
export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return redirect(`/lessons/${args.params.lesson}/${args.params.section}`);
}

/**
 * Marks the section as read and goes on to the next one, after the last to the quiz; who was given it goes back to the
 * assignment when they are done. A stranger becomes a guest by it.
 */
export async function action(args: ActionFunctionArgs) {
  const visitor = await anyone(args);
  const lesson = await findLesson(args.params.lesson ?? "");
  const at = lesson?.sections.findIndex((section) => section.slug === args.params.section) ?? -1;
  const here = lesson?.sections[at];
  if (!lesson || !here) throw notFound();
  const open = await unansweredBefore(visitor, lesson, here.slug, "leave");
  if (open) return redirect(`/lessons/${lesson.slug}/${open.section}?first=checks`);
  const { person, headers } = await personOrNewGuest(args.request);
  await markRead(person, lesson, here.slug);
  const next = lesson.sections[at + 1];
  const given = visitor?.guest === false ? await openReadings(visitor, lesson.slug) : [];
  const done = given.find(({ section }) => (section === null ? !next : (lesson.was[section] ?? section) === here.slug));
  if (done) return redirect(`/assignments/${done.id}`, { headers });
  const on = next
    ? `/lessons/${lesson.slug}/${next.slug}`
    : lesson.quiz
      ? `/quizzes/${lesson.quiz}`
      : `/lessons/${lesson.slug}`;
  return redirect(on, { headers });
}
