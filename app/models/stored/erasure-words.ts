import type { ErasurePlan, Hindrance } from "./erasure-plan.server";

const several = (count: number, one: string, more = `${one}s`) =>
  count > 0 ? [`${count} ${count === 1 ? one : more}`] : [];

/** What deleting somebody takes away, line by line. */
export function goesWords({ goes, login }: Pick<ErasurePlan, "goes" | "login">): string[] {
  return [
    login ? "the name, also in each class, and how they sign in" : "the name, also in each class, and the PIN",
    ...several(
      goes.records,
      "other record of theirs that was made one with this",
      "other records of theirs that were made one with this",
    ),
    ...several(goes.sessions, "browser that is signed in", "browsers that are signed in"),
    ...several(goes.practice, "go at a quiz for practice", "goes at quizzes for practice"),
    ...several(goes.underWay, "quiz that is under way", "quizzes that are under way"),
    ...several(goes.again, "question that comes back", "questions that come back"),
    ...several(goes.lessons, "prediction, answer or text in lessons", "predictions, answers and texts in lessons").map(
      (line) => `${line}, but for the choices in checks that a class gave`,
    ),
    ...several(goes.lab, "prediction in the lab", "predictions in the lab"),
    "every word that they typed into an answer, what teachers wrote to them about it, and the reasons of exceptions",
    "what they always got, such as extra time",
  ];
}

/** What stays for the numbers of their classes, and of what they made as a teacher. */
export function staysWords({ stays, teaches }: Pick<ErasurePlan, "stays" | "teaches">): string[] {
  return [
    ...several(stays.attempts, "quiz that was handed in for a class", "quizzes that were handed in for a class").map(
      (line) =>
        `${line}: what was chosen, ${stays.marks === 1 ? "its mark" : `its ${stays.marks} marks`} and when, so that no average changes`,
    ),
    ...several(stays.checks, "choice in a check of a lesson", "choices in checks of a lesson"),
    "how far the lessons of their classes were read, their groups, and the dates of their exceptions",
    "in each class a record called “Deleted student” with a number",
    "that something was looked at or changed, and when, by nobody’s name",
    ...(teaches ? ["the classes, questions, quizzes and comments that they made as a teacher, under no name"] : []),
    "names that others wrote into titles or into their own texts, which nobody can find by rule",
  ];
}

/** What has to be done before somebody can be deleted. */
export function hindranceWords(hindrance: Hindrance): string {
  return hindrance.why === "last host"
    ? "Nobody else runs this installation. Somebody else has to, first."
    : `Nobody else teaches ${hindrance.classes.join(", ")}. Make somebody a teacher there, or archive the class, first.`;
}
