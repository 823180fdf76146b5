import { FieldError } from "~/components/field-error";
import { ErrorSummary } from "~/components/form";
import { Once } from "~/components/once";
import { TextArea } from "~/components/text-area";
import { TypeEditor } from "~/components/type-editor";
import type { ItemForm, Wrong } from "~/models/item-draft.server";
import { Choices } from "../choices";
import { ItemLabels, type LabelLists } from "./item-labels";

export type FormLists = LabelLists & { misconceptions: { id: string; text: string }[] };

/**
 * The form in which a question is written: the fields of its type between those that all types share. It is sent as it
 * stands also for more rows and for a preview, and comes back with everything in it.
 */
export function ItemFormFields({
  form,
  wrong,
  lists,
  kind,
  asks,
  own,
}: {
  form: ItemForm;
  wrong: Wrong | null;
  lists: FormLists;
  /** The words on the button that stores it. */
  kind: string;
  /** Whether it asks what kind of change this is. */
  asks: boolean;
  /** Whether the writer owns the question, and may open it to others. */
  own: boolean;
}) {
  const { fields, written, interaction, more, madeFrom } = form;
  const errors = wrong?.errors ?? {};
  const count = Object.keys(errors).length + (wrong?.problems.length ?? 0);
  const reply = {
    typed: {},
    errors:
      count > 0 ? { "": ["Not stored yet: something is to mend below. What you typed is still here."], ...errors } : {},
  };
  return (
    <form method="post" id="item-form" className="stack">
      {/* Enter in a field presses the first button of a form: it must store, not ask for more rows. */}
      <button type="submit" className="vh" tabIndex={-1} aria-hidden="true">
        Store
      </button>
      <Once />
      <input type="hidden" name="madeFrom" value={madeFrom} />
      <input type="hidden" name="type" value={interaction} />
      <ErrorSummary reply={count > 0 ? reply : null} />
      <TextArea
        name="stem"
        label="Question"
        hint="Markdown: **strong**, lists, tables, `code`. No pictures yet but the course’s own."
        rows={4}
        defaultValue={fields.stem}
        reply={reply}
      />
      <TypeEditor
        interaction={interaction}
        written={written}
        problems={wrong?.problems ?? []}
        misconceptionList={lists.misconceptions}
        more={more}
      />
      <label className="opt">
        <input type="checkbox" name="opinion" defaultChecked={fields.opinion} />
        It asks for an opinion: no answer is right, nobody marks it, and it has no points
      </label>
      <TextArea
        name="explanation"
        label="Explanation"
        hint="Everybody reads it with the result. Markdown as above."
        rows={4}
        defaultValue={fields.explanation}
        reply={reply}
      />
      <fieldset className="field wide" aria-describedby={errors.hints ? "hints-error" : undefined}>
        <legend>Hints</legend>
        <span className="hint" id="hints-hint">
          Up to five, each shown only when asked for, in this order. Left empty, there is none.
        </span>
        <FieldError id="hints" error={errors.hints?.[0]} />
        {Array.from({ length: Math.max(5, fields.hints.length) }, (_, index) => (
          <input
            // biome-ignore lint/suspicious/noArrayIndexKey: hints have no name but their number
            key={index}
            className="in"
            name="hint"
            aria-label={`Hint ${index + 1}`}
            aria-describedby="hints-hint"
            defaultValue={fields.hints[index] ?? ""}
            maxLength={1000}
            autoComplete="off"
          />
        ))}
      </fieldset>
      <ItemLabels fields={fields} errors={errors} lists={lists} />
      {own ? (
        <label className="opt">
          <input type="checkbox" name="shared" defaultChecked={fields.shared} />
          Other teachers of this installation may change it too
        </label>
      ) : null}
      {asks ? (
        <Choices
          name="change"
          legend="What kind of change is this?"
          choices={[
            [
              "words",
              "Only words: a slip, a clearer sentence",
              "Quizzes that are held at a version of the same meaning get it too. How classes did is counted on.",
            ],
            [
              "meaning",
              "The meaning: another key, other options, another thing asked",
              "Quizzes held at a version keep theirs. How classes did is counted anew.",
            ],
          ]}
          value={fields.change}
          error={errors.change?.[0]}
        />
      ) : null}
      {asks ? (
        <p className="soft">
          Either way, attempts that were started keep the version they began with, and new ones get the newest.
        </p>
      ) : null}
      <p className="btns">
        <button className="btn go" type="submit">
          {kind}
        </button>
        <button className="btn" type="submit" name="show" value="preview" formNoValidate>
          Preview
        </button>
      </p>
    </form>
  );
}
