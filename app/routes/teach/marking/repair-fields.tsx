import { ErrorSummary, type Reply } from "~/components/form";
import { QuestionInput } from "~/components/question-input";
import { TextArea } from "~/components/text-area";
import type { QuestionToRepair } from "~/models/question-to-repair.server";
import { Choices } from "../choices";

type RepairReply = Reply & { response?: unknown };
type ShownQuestion = Omit<QuestionToRepair, "key">;

/** What each kind of correction does, in a teacher's words. */
export const kindWords: Record<string, string> = {
  accept: "A further answer is right too",
  key: "Another answer is the right one",
  "full marks": "Full marks for everybody",
  drop: "Take the question out of the quiz",
};
const hints: Record<string, string> = {
  accept: "Give that answer below. Nobody loses by it.",
  key: "Give the right answer below. Only that one counts from now on.",
  "full marks": "Whatever was answered.",
  drop: "It is worth nothing, and the most one can earn is less by its points.",
};

/** The form of a correction. The right answer is given in the controls that the students had. */
export function RepairFields({ question, reply }: { question: ShownQuestion; reply: RepairReply | undefined }) {
  const { keyed, interaction, body } = question;
  const kinds = keyed ? ["accept", "key", "full marks", "drop"] : ["full marks", "drop"];
  return (
    <>
      <ErrorSummary reply={reply} />
      <Choices
        name="kind"
        legend="The correction"
        choices={kinds.map((kind) => [kind, kindWords[kind] ?? kind, hints[kind]])}
        value={reply?.typed.kind ?? ""}
        error={reply?.errors.kind?.[0]}
      />
      {keyed ? (
        <>
          <fieldset className="field wide" aria-labelledby="right-answer">
            <legend id="right-answer">The right answer, for the first two</legend>
            <QuestionInput
              interaction={interaction}
              body={body}
              response={reply?.response ?? null}
              name="q"
              labelledBy="right-answer"
            />
          </fieldset>
          <label className="opt">
            <input type="checkbox" name="neverLower" defaultChecked={reply ? reply.typed.neverLower === "on" : true} />
            <span>
              Never lower a mark
              <span className="soft small line">
                Another right answer then takes nothing from those who had the old one.
              </span>
            </span>
          </label>
        </>
      ) : null}
      <TextArea
        name="note"
        label="What was wrong"
        hint="The students whose mark changes read it beside the question."
        reply={reply}
      />
    </>
  );
}
