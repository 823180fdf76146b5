import type { EditedQuiz } from "~/access/rights";
import type { Reply } from "~/components/form";
import { lastChange } from "~/models/quiz-builder.server";
import { refuse } from "../../account/parse-form.server";

/** The form again, because the quiz was changed since its page was drawn: who did what, and everything that was typed. */
export async function refuseStale(quiz: EditedQuiz, typed: Reply["typed"]) {
  const last = await lastChange(quiz);
  const what = last ? ` ${last.by}: ${last.said}` : "";
  return refuse(
    typed,
    { "": [`This quiz was changed while you had the page open.${what}`, "Nothing of yours is stored yet."] },
    409,
  );
}
