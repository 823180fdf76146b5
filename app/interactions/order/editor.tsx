import type { EditorProps } from "../contract";
import { Text, Trouble } from "../editor-fields";
import { Rows } from "../editor-rows";
import { Reply } from "../reply-fields";
import { RuleField } from "../rule-field";
import { type Body, type Key, rules } from "./schema";

/** The steps as rows in the right order; students get them shuffled. */
export function Editor({ written, problems, misconceptionList, more }: EditorProps<Body, Key>) {
  const { body, key } = written;
  const words = new Map(body.steps.map((step) => [step.id, step.text]));
  const ids = [...new Set([...key.order, ...words.keys()])];
  return (
    <div className="editor">
      <RuleField rules={rules} rule={key.rule} problems={problems} />
      <p className="small soft">Write the steps in the right order. Students get them in another one.</p>
      <Trouble at="key" problems={problems} />
      <Trouble at="key.order" problems={problems} />
      <Rows list="body.steps" ids={ids} what="step" least={4} {...{ problems, more }}>
        {(id) => (
          <Text name={`body.steps.${id}.text`} label="Words" value={words.get(id)} rows={2} problems={problems} />
        )}
      </Rows>
      <Reply
        code="order"
        about="a wrong order"
        label="Feedback when the order is not right"
        {...{ written, problems, misconceptionList }}
      />
    </div>
  );
}
