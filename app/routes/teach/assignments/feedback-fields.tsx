import type { AssignmentRecord } from "~/access/rights";
import { Field } from "~/components/field";
import type { Reply } from "~/components/form";
import { Select } from "~/components/select";
import { type Aspect, aspects, presetOf, type When } from "~/models/review-matrix";
import { Choices } from "../choices";
import { Tick } from "./tick";

type Whens = Record<`${Aspect}When`, string>;

/** The form's fields about feedback, as text. */
export type FeedbackSettings = Whens & {
  preset: string;
  tries: string;
  penaltyPercent: number;
  asksConfidence: boolean;
};

/** The settings of an assignment as its form shows them. */
export function feedbackFields(of: AssignmentRecord): FeedbackSettings {
  const { marksWhen, correctnessWhen, feedbackWhen, keyWhen, tries, tryPenalty, asksConfidence } = of;
  const matrix = { marks: marksWhen, correctness: correctnessWhen, feedback: feedbackWhen, key: keyWhen };
  return {
    ...{ marksWhen, correctnessWhen, feedbackWhen, keyWhen, asksConfidence },
    preset: presetOf(matrix as Record<Aspect, When>) ?? "own",
    tries: tries === null ? "" : String(tries),
    penaltyPercent: Math.round(tryPenalty * 100),
  };
}

const aspectWords: Record<Aspect, string> = {
  marks: "Points",
  correctness: "Right or not",
  feedback: "Why, for what was chosen, and where to read",
  key: "The right answer and its reason",
};

const whenWords: Record<When, string> = {
  now: "with each check",
  submit: "after handing in",
  due: "after the due date",
  close: "after it is closed for everybody",
  never: "never",
};

/** The three usual ways to give something, each with what it means, and one of its own. */
export function PresetField({ fields, reply }: { fields: FeedbackSettings; reply: Reply | undefined }) {
  return (
    <Choices
      name="preset"
      legend="What students see of their result"
      choices={[
        [
          "practice",
          "Practice: with each check",
          "For learning. Students check answers on the way, see why at once and try again. Say under “Results and checks” how often.",
        ],
        [
          "homework",
          "Homework: after handing in",
          "Each student sees points, right answers and reasons as soon as they hand in. Who is early could pass them on.",
        ],
        [
          "test",
          "Test: when it is closed for everybody",
          "Nobody sees a right answer while a classmate still works. It needs a closing time; you can also stop it by hand.",
        ],
        ["own", "A setting of its own", "Chosen under “Results and checks”."],
      ]}
      value={reply?.typed.preset ?? fields.preset}
      error={reply?.errors.preset?.[0]}
    />
  );
}

/** When each part of a result is shown, and whether answers can be checked on the way. */
export function FeedbackFields({ fields, reply }: { fields: FeedbackSettings; reply: Reply | undefined }) {
  return (
    <>
      <p className="soft small">The first four hold for “a setting of its own”.</p>
      {aspects.map((aspect) => (
        <Select
          key={aspect}
          name={`${aspect}When`}
          label={aspectWords[aspect]}
          options={Object.entries(whenWords)}
          value={fields[`${aspect}When`]}
          reply={reply}
        />
      ))}
      <Select
        name="tries"
        label="Checking an answer during the attempt"
        hint="Students press “Check this answer” at a question. Best with feedback that comes with each check."
        options={[
          ["", "not possible"],
          ["1", "once"],
          ...[2, 3, 4, 5].map((tries) => [String(tries), `up to ${tries} times`] as [string, string]),
        ]}
        value={fields.tries}
        reply={reply}
      />
      <Field
        type="number"
        name="penaltyPercent"
        label="What each check after the first costs, in percent"
        hint="0 to 100. With 33, a right answer at the second check earns 67 %. The best check counts."
        min={0}
        max={100}
        step={1}
        defaultValue={fields.penaltyPercent}
        reply={reply}
      />
      <div className="opts field">
        <Tick
          name="asksConfidence"
          label="Ask with each question how sure they are"
          on={fields.asksConfidence}
          reply={reply}
        >
          In three steps. It never changes a mark.
        </Tick>
      </div>
    </>
  );
}
