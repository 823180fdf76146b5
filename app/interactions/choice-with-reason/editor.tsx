import type { EditorProps } from "../contract";
import { Text, Tick, Trouble } from "../editor-fields";
import { Rows } from "../editor-rows";
import { Reply } from "../reply-fields";
import { RuleField } from "../rule-field";
import type { DraftKey } from "./authoring";
import { type Body, rules } from "./schema";

/** The statement is the question itself; here stand whether it is true, and the reasons to choose from. */
export function Editor({ written, problems, misconceptionList, more }: EditorProps<Body, DraftKey>) {
  const { body, key } = written;
  const words = new Map(body.reasons.map((reason) => [reason.id, reason.text]));
  const shared = { written, problems, misconceptionList };
  return (
    <div className="editor">
      <RuleField rules={rules} rule={key.rule} problems={problems} />
      <Trouble at="key" problems={problems} />
      <fieldset className="written-row">
        <legend>The statement is</legend>
        <Trouble at="key.truth" problems={problems} />
        {[true, false].map((truth) => (
          <Tick
            key={String(truth)}
            type="radio"
            name="key.truth"
            value={String(truth)}
            label={truth ? "True" : "False"}
            checked={key.truth === truth}
          />
        ))}
        <Reply code="tf.true" about="“True”" {...shared} />
        <Reply code="tf.false" about="“False”" {...shared} />
      </fieldset>
      <Trouble at="key.reason" problems={problems} />
      <Rows list="body.reasons" ids={[...words.keys()]} what="reason" least={4} {...{ problems, more }}>
        {(id, name) => (
          <>
            <Text name={`body.reasons.${id}.text`} label="Words" value={words.get(id)} rows={2} problems={problems} />
            <Tick
              type="radio"
              name="key.reason"
              value={id}
              label="This is the right reason"
              checked={key.reason === id}
            />
            <Reply code={`reason.${id}`} about={name} {...shared} />
          </>
        )}
      </Rows>
    </div>
  );
}
