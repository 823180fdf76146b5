import { z } from "zod";
import type { TaughtClass } from "~/access/rights";
import type { Reply } from "~/components/form";
import type { Given } from "~/models/assignment.server";
import type { Lesson } from "~/models/lesson.server";
import { blocking } from "~/models/quiz-outline.server";

/** The fields that say what is given. */
export const whatShape = {
  what: z.enum(["unit", "lesson", "quiz"], "Choose what you give.").default("quiz"),
  lesson: z.string().optional(),
  quiz: z.string().optional(),
  unitQuiz: z.string().optional(),
};

type What = { what: "unit" | "lesson" | "quiz" } & Partial<Record<"lesson" | "quiz" | "unitQuiz", string | undefined>>;

/** What the form gives, or what is wrong with it. */
export async function givenOf(
  { what, ...fields }: What,
  lessons: Lesson[],
  { viewer }: TaughtClass,
): Promise<{ given: Given } | { errors: Reply["errors"] }> {
  const [slug, section = null] = (fields.lesson ?? "").split("/");
  const lesson = what === "quiz" ? undefined : lessons.find((one) => one.slug === slug);
  if (what !== "quiz" && !lesson) return { errors: { lesson: ["Choose a lesson from the list."] } };
  const field = what === "unit" ? "unitQuiz" : "quiz";
  const quiz = what === "lesson" ? null : what === "quiz" ? fields.quiz : (fields.unitQuiz ?? lesson?.quiz);
  if (quiz === undefined)
    return {
      errors: { [field]: [what === "unit" ? "This lesson has no quiz of its own. Choose one." : "Choose a quiz."] },
    };
  const [why] = quiz === null ? [] : await blocking(quiz, viewer);
  if (why) return { errors: { [field]: [why] } };
  return { given: { quiz, lesson: lesson?.slug ?? null, section: lesson ? section : null } };
}
