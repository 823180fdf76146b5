import { Field } from "~/components/field";
import { FieldError } from "~/components/field-error";
import { Select } from "~/components/select";
import type { ItemFields } from "~/models/item-draft.server";
import { Choices } from "../choices";

export type LabelLists = { objectives: { id: string; statement: string }[]; places: [string, string][] };

/** What a question is found and counted by: how hard it is meant, objectives, tags, sources, where it is explained. */
export function ItemLabels({
  fields,
  errors,
  lists,
}: {
  fields: ItemFields;
  errors: Record<string, string[]>;
  lists: LabelLists;
}) {
  const reply = { typed: {}, errors };
  return (
    <>
      <Choices
        name="difficulty"
        legend="How hard it is meant to be"
        choices={[
          ["easy", "Easy"],
          ["medium", "Medium"],
          ["hard", "Hard"],
        ]}
        value={fields.difficulty}
        error={errors.difficulty?.[0]}
      />
      <details open={fields.objectives.length > 0 || errors.objectives !== undefined}>
        <summary>Objectives it measures: {fields.objectives.join(", ") || "none yet"}</summary>
        <fieldset className="field wide" aria-describedby={errors.objectives ? "objectives-error" : undefined}>
          <legend>Objectives</legend>
          <FieldError id="objectives" error={errors.objectives?.[0]} />
          <div className="opts">
            {lists.objectives.map(({ id, statement }) => (
              <label className="opt" key={id}>
                <input type="checkbox" name="objective" value={id} defaultChecked={fields.objectives.includes(id)} />
                <span>
                  {id}: {statement}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      </details>
      <Field
        name="tags"
        label="Tags"
        hint="Words of your own to find it by, with commas between them."
        defaultValue={fields.tags}
        autoComplete="off"
        reply={reply}
      />
      <Field
        name="sources"
        label="Sources"
        hint={
          <>
            Numbers of the <a href="/sources">claim ledger</a> that it rests on, such as C18, B3.
          </>
        }
        defaultValue={fields.sources}
        autoComplete="off"
        reply={reply}
      />
      <Select
        name="read"
        label="Section that explains it"
        options={[["", "none"], ...lists.places]}
        value={fields.read}
        reply={reply}
      />
    </>
  );
}
