import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { seenQuiz } from "~/access/quizzes.server";
import { copyQuiz } from "~/models/quiz-shelf.server";
import { parseForm } from "../../account/parse-form.server";

/** Makes a quiz of one's own that asks the same questions, or copies of them. */
export async function action(args: ActionFunctionArgs) {
  const quiz = await seenQuiz(args);
  const { value } = await parseForm(args.request, z.object({ questions: z.enum(["linked", "copied"]) }));
  return redirect(`/teach/quizzes/${await copyQuiz(quiz, value?.questions ?? "linked")}`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/quizzes/${(await seenQuiz(args)).slug}`);
}
