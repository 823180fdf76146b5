import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { editedQuiz } from "~/access/quizzes.server";
import { undo } from "~/models/quiz-builder.server";
import { parseForm } from "../../account/parse-form.server";
import { Seen } from "./fields";
import { refuseStale } from "./stale.server";

export { default, links, loader, meta } from "./builder";

/** Puts a quiz back to how it was before its last change. */
export async function action(args: ActionFunctionArgs) {
  const quiz = await editedQuiz(args);
  const { value } = await parseForm(args.request, z.object({ seen: Seen }));
  if ((await undo(quiz, value?.seen ?? "")) === "stale") return refuseStale(quiz, { press: "undo" });
  return redirect(`/teach/quizzes/${quiz.slug}#did`);
}
