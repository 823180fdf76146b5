import { Field } from "~/components/field";
import { ErrorSummary, type Reply } from "~/components/form";
import { Once } from "~/components/once";
import type { ShelvedQuiz } from "~/models/quiz-shelf.server";
import { many, points } from "~/text";
import { Choices } from "./choices";
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
  return (
    <form method="post">
      <ErrorSummary reply={reply} />
      {quizzes ? <Once /> : null}
      {quizzes ? <QuizField quizzes={quizzes} quiz={quiz} reply={reply} /> : null}
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
      <Field
        type="number"
        name="limitMinutes"
        label="Time limit in minutes"
        hint="From when a student starts, 1 to 1440. Left empty, there is none. Who has extra time gets more by itself, also past the closing time."
        min={1}
        max={1440}
        step={1}
        defaultValue={fields.limitMinutes}
        reply={reply}
      />
      <Field
        type="number"
        name="graceSeconds"
        label="Grace in seconds"
        hint="0 to 300. How long after the time is up an answer that was made before may still arrive, over a slow line. For attempts that start from now on."
        min={0}
        max={300}
        step={1}
        defaultValue={fields.graceSeconds}
        reply={reply}
      />
      <Field
        type="number"
        name="attemptsAllowed"
        label="Attempts allowed"
        hint="1 to 20."
        min={1}
        max={20}
        step={1}
        defaultValue={fields.attemptsAllowed}
        reply={reply}
      />
      <CountingFields fields={fields} reply={reply} />
      <FeedbackFields fields={fields} reply={reply} />
      <p className="btns">
        <button className="btn go" type="submit">
          {button}
        </button>
        <a className="btn plain" href={back}>
          Leave it
        </a>
      </p>
    </form>
  );
}

function QuizField({
  quizzes,
  quiz,
  reply,
}: {
  quizzes: ShelvedQuiz[];
  quiz: string | undefined;
  reply: Reply | undefined;
}) {
  const error = reply?.errors.quiz?.[0];
  return (
    <div className="field">
      <label htmlFor="quiz">Quiz</label>
      <span className="hint" id="quiz-hint">
        While your students can work on it or wait for results, they cannot practise the same quiz. Somebody who is not
        signed in still can, so a quiz that is open for practice is no secret.
      </span>
      {error ? (
        <span className="error" id="quiz-error">
          {error}
        </span>
      ) : null}
      <select
        className="in"
        id="quiz"
        name="quiz"
        aria-describedby={error ? "quiz-hint quiz-error" : "quiz-hint"}
        aria-invalid={error ? true : undefined}
        defaultValue={reply?.typed.quiz ?? quiz}
      >
        {quizzes.map((one) => (
          <option key={one.slug} value={one.slug}>
            {`${one.title}: ${many(one.questions, "question")}, ${points(one.points)}`}
          </option>
        ))}
      </select>
    </div>
  );
}
