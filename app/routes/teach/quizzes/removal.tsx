import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { editedQuiz } from "~/access/quizzes.server";
import { setLive } from "~/models/quiz-shelf.server";

/** Takes a quiz off the shelf. The list of quizzes offers to bring it back. */
export async function action(args: ActionFunctionArgs) {
  const quiz = await editedQuiz(args);
  await setLive(quiz, false);
  return redirect("/teach/quizzes#retired");
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/quizzes/${(await editedQuiz(args)).slug}`);
}
