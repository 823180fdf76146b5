import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { seenQuiz } from "~/access/quizzes.server";
import { idOnce } from "~/models/once.server";
import { copyQuiz } from "~/models/quiz-shelf.server";
import { parseForm } from "../../account/parse-form.server";

/** Makes a quiz of one's own that asks the same questions, or copies of them. */
export async function action(args: ActionFunctionArgs) {
  const quiz = await seenQuiz(args);
  const { value, typed } = await parseForm(args.request, Copy);
  const slug = idOnce(quiz.viewer, { ...typed, of: quiz.slug });
  return redirect(`/teach/quizzes/${await copyQuiz(quiz, value?.questions ?? "linked", slug)}`);
}

const Copy = z.object({ questions: z.enum(["linked", "copied"]), once: z.string().optional() });

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/quizzes/${(await seenQuiz(args)).slug}`);
}
