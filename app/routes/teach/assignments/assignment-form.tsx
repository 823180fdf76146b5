import { Field } from "~/components/field";
import { ErrorSummary, KeepOrLeave, type Reply } from "~/components/form";
import { Once } from "~/components/once";
import { Select } from "~/components/select";
import type { ShelvedQuiz } from "~/models/quiz-shelf.server";
import { many, points } from "~/text";
import { Choices } from "../choices";
import { CountingFields } from "./counting-fields";
import { FeedbackFields, type FeedbackSettings } from "./feedback-fields";

/** The form's fields as text; dates as a wall clock of the class's zone shows them. */
export type AssignmentFields = FeedbackSettings & {
  title: string;
  opensAt: string;
  dueAt: string;
  closesAt: string;
  attemptsAllowed: number;
  limitMinutes: number | "";
  graceSeconds: number;
  lateAllowed: "yes" | "no";
  counts: string;
  passPercent: number | null;
};

/** The form for giving a quiz and for changing how it was given. */
export function AssignmentForm({
  fields,
  zone,
  quizzes,
  quiz,
  reply,
  button,
  back,
}: {
  fields: AssignmentFields;
  zone: string;
  /** Only when giving: which quiz it is cannot be changed later. */
  quizzes?: ShelvedQuiz[];
  quiz?: string;
  reply: Reply | undefined;
  button: string;
  back: string;
}) {
  const date = (name: "opensAt" | "dueAt" | "closesAt", label: string, hint: string) => (
    <Field type="datetime-local" name={name} label={label} hint={hint} defaultValue={fields[name]} reply={reply} />
  );
  const number = (
    name: "limitMinutes" | "graceSeconds" | "attemptsAllowed",
    [min, max]: [number, number],
    label: string,
    hint: string,
  ) => <Field type="number" {...{ name, label, hint, min, max, reply }} step={1} defaultValue={fields[name]} />;
  return (
    <form method="post">
      <ErrorSummary reply={reply} />
      {quizzes ? <Once /> : null}
      {quizzes ? (
        <Select
          name="quiz"
          label="Quiz"
          hint="While your students can work on it or wait for results, they cannot practise the same quiz. Somebody who is not signed in still can, so a quiz that is open for practice is no secret."
          options={quizzes.map(({ slug, title, questions, points: most }) => [
            slug,
            `${title}: ${many(questions, "question")}, ${points(most)}`,
          ])}
          value={quiz}
          reply={reply}
        />
      ) : null}
      <Field
        name="title"
        label="Title"
        hint={quizzes ? "As your students see it. Left empty, it is the quiz’s own." : "As your students see it."}
        defaultValue={fields.title}
        maxLength={120}
        autoComplete="off"
        reply={reply}
      />
      <p className="soft zone">All times are times of {zone}.</p>
      {date("opensAt", "Opens", "Left empty, it is open at once.")}
      {date("dueAt", "Due", "What is answered after this is late work. May be left empty.")}
      {date(
        "closesAt",
        "Closes",
        "Then nothing more counts: what is answered by then is handed in by itself. Left empty, it stays open.",
      )}
      <Choices
        name="lateAllowed"
        legend="Late work"
        choices={[
          ["yes", "Counts, and is shown as late", "Until it closes. Late is what was answered after the due date."],
          ["no", "Is not taken", "It closes when it is due."],
        ]}
        value={reply?.typed.lateAllowed ?? fields.lateAllowed}
        error={reply?.errors.lateAllowed?.[0]}
      />
      {number(
        "limitMinutes",
        [1, 1440],
        "Time limit in minutes",
        "From when a student starts, 1 to 1440. Left empty, there is none. Who has extra time gets more by itself, also past the closing time.",
      )}
      {number(
        "graceSeconds",
        [0, 300],
        "Grace in seconds",
        "0 to 300. How long after the time is up an answer that was made before may still arrive, over a slow line. For attempts that start from now on.",
      )}
      {number("attemptsAllowed", [1, 20], "Attempts allowed", "1 to 20.")}
      <CountingFields fields={fields} reply={reply} />
      <FeedbackFields fields={fields} reply={reply} />
      <KeepOrLeave keep={button} leave={back} />
    </form>
  );
}
