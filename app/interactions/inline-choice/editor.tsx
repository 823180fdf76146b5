import type { EditorProps } from "../contract";
import { Text, Tick, Trouble } from "../editor-fields";
import { Rows } from "../editor-rows";
import { gapRules } from "../placing";
import { Reply } from "../reply-fields";
import { RuleField } from "../rule-field";
import type { Body, Key } from "./schema";

/** The text with its marks, and for each of them the words to choose from. A new question begins with two blanks. */
export function Editor(props: EditorProps<Body, Key>) {
  const { written, problems } = props;
  const { body, key } = written;
  const ids = body.gaps.length > 0 ? body.gaps.map((gap) => gap.id) : ["1", "2"];
  return (
    <div className="editor">
      <Text
        name="body.text"
        label="Text"
        hint="Write {1}, {2} and so on where a blank is. A new mark gets its words with the next “More” button or saving."
        value={body.text}
        rows={4}
        problems={problems}
      />
      <RuleField rules={gapRules} rule={key.rule} problems={problems} />
      <Trouble at="body.gaps" problems={problems} />
      <Trouble at="key" problems={problems} />
      {ids.map((id) => (
        <Gap {...props} id={id} key={id} />
      ))}
    </div>
  );
}

function Gap({ id: gap, written, problems, misconceptionList, more }: EditorProps<Body, Key> & { id: string }) {
  const { body, key } = written;
  const options = body.gaps.find(({ id }) => id === gap)?.options ?? [];
  const words = new Map(options.map((option) => [option.id, option.text]));
  const list = `body.gaps.${gap}.options`;
  return (
    <fieldset className="written-row">
      <legend>Blank {`{${gap}}`}</legend>
      <input type="hidden" name="body.gaps" value={gap} />
      <Rows list={list} ids={[...words.keys()]} what="choice" least={3} {...{ problems, more }}>
        {(id, name) => (
          <>
            <Text name={`${list}.${id}.text`} label="Words" value={words.get(id)} problems={problems} />
            <Tick
              type="radio"
              name={`key.gaps.${gap}`}
              value={id}
              label="These are right"
              checked={key.gaps[gap] === id}
            />
            <Reply
              code={`gap.${gap}.${id}`}
              about={name}
              label={`Feedback on ${name}, where it is wrong`}
              {...{ written, problems, misconceptionList }}
            />
          </>
        )}
      </Rows>
    </fieldset>
  );
}
