import type { EditorProps } from "../contract";
import { Text, Tick } from "../editor-fields";
import { Rows } from "../editor-rows";
import { PickingFields } from "../picking-fields";
import { Reply } from "../reply-fields";
import type { Body, Key } from "./schema";

/** Options as rows: words, whether it is right, what is said to whoever picks it. */
export function Editor({ written, problems, misconceptionList, more }: EditorProps<Body, Key>) {
  const { body, key } = written;
  const words = new Map(body.options.map((option) => [option.id, option.text]));
  return (
    <div className="editor">
      <PickingFields max={body.max} offered={words.size} rule={key.rule} problems={problems} />
      <Rows list="body.options" ids={[...words.keys()]} what="option" least={4} problems={problems} more={more}>
        {(id, name) => (
          <>
            <Text name={`body.options.${id}.text`} label="Words" value={words.get(id)} rows={2} problems={problems} />
            <Tick name="key.right" value={id} label="This is right" checked={key.right.includes(id)} />
            <Reply code={`option.${id}`} about={name} {...{ written, problems, misconceptionList }} />
          </>
        )}
      </Rows>
    </div>
  );
}
