import { FieldError } from "~/components/field-error";
import type { Reply } from "~/components/form";
import { Select } from "~/components/select";
import type { Lesson } from "~/models/lesson.server";
import type { ShelvedQuiz } from "~/models/quiz-shelf.server";
import { many, points } from "~/text";
import { Choices } from "../choices";
import { Tick } from "./tick";

/** What there is to give. */
export type Shelf = {
  lessons: Pick<Lesson, "slug" | "number" | "title" | "quiz" | "sections">[];
  quizzes: ShelvedQuiz[];
};

/** What is chosen: `lesson` is a slug, or "slug/section". */
export type WhatFields = { what: string; lesson: string; quiz: string; unitQuiz: string };

/** What is given: a lesson and its quiz as one unit, or one of the two. */
export function WhatFieldset({ shelf, fields, reply }: { shelf: Shelf; fields: WhatFields; reply: Reply | undefined }) {
  const { lessons, quizzes } = shelf;
  const words = ({ title, questions, points: most }: ShelvedQuiz) =>
    `${title}: ${many(questions, "question")}, ${points(most)}`;
  const all = quizzes.map((quiz): [string, string] => [quiz.slug, words(quiz)]);
  return (
    <>
      <Choices
        name="what"
        legend="What you give"
        choices={[
          ["unit", "A lesson and its quiz", "One unit: students read, then answer. It has one set of dates."],
          ["lesson", "Only a lesson", "It is handed in when every section is marked as read. There is no score."],
          ["quiz", "Only a quiz"],
        ]}
        value={reply?.typed.what ?? fields.what}
        error={reply?.errors.what?.[0]}
      />
      <div className="for-lesson">
        <Select
          name="lesson"
          label="Lesson"
          options={lessons.flatMap(({ slug, number, title, sections }) => [
            [slug, `${number} ${title}`],
            ...sections.map((one): [string, string] => [
              `${slug}/${one.slug}`,
              `\u2003only ${one.number} ${one.heading}`,
            ]),
          ])}
          value={fields.lesson}
          reply={reply}
        />
      </div>
      <div className="for-unit">
        <Select
          name="unitQuiz"
          label="Its quiz"
          options={[["", "the one that belongs to the lesson"], ...all]}
          value={fields.unitQuiz}
          reply={reply}
        />
      </div>
      <div className="only-quiz">
        <Select
          name="quiz"
          label="Quiz"
          hint="While your students can work on it or wait for results, they cannot practise the same quiz. Somebody who is not signed in still can, so a quiz that is open for practice is no secret."
          options={all}
          value={fields.quiz}
          reply={reply}
        />
      </div>
    </>
  );
}

/** How a lesson is read that is given: with its quiz after it, and with its checks answered on the way. */
export function ReadingFields({
  fields,
  unit,
  reply,
}: {
  fields: { lessonFirst: boolean; checksRequired: boolean };
  /** Whether there is, or may be, a quiz with it. */
  unit: boolean;
  reply: Reply | undefined;
}) {
  return (
    <fieldset className="field wide for-lesson">
      <legend>How it is read</legend>
      <FieldError id="checksRequired" error={reply?.errors.checksRequired?.[0]} />
      <div className="opts">
        {unit ? (
          <span className="for-unit">
            <Tick
              name="lessonFirst"
              label="The quiz opens when the lesson is finished"
              on={fields.lessonFirst}
              reply={reply}
            >
              Without this, students may begin with either.
            </Tick>
          </span>
        ) : null}
        <Tick
          name="checksRequired"
          label="A section’s checks are answered before the next section opens"
          on={fields.checksRequired}
          reply={reply}
        >
          Any answer will do: a wrong one is explained at once. It holds while this is open.
        </Tick>
      </div>
    </fieldset>
  );
}
