import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { editedQuiz } from "~/access/quizzes.server";
import { setLive } from "~/models/quiz-shelf.server";

/** Puts a retired quiz back on the shelf. */
export async function action(args: ActionFunctionArgs) {
  const quiz = await editedQuiz(args);
  await setLive(quiz, true);
  return redirect(`/teach/quizzes/${quiz.slug}`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/quizzes/${(await editedQuiz(args)).slug}`);
}
