import type { EditorProps } from "../contract";
import { Text, Trouble } from "../editor-fields";
import { Rows } from "../editor-rows";
import type { DraftBody, DraftKey } from "./authoring";

/** What helps students write, and what helps the teacher who marks. */
export function Editor({ written, problems, more }: EditorProps<DraftBody, DraftKey>) {
  const { body, key } = written;
  return (
    <div className="editor">
      <Trouble at="body.words" problems={problems} />
      <Text name="body.words.min" label="Fewest words" value={body.words.min} problems={problems} />
      <Text name="body.words.max" label="Most words" value={body.words.max} problems={problems} />
      <h3>Rubric</h3>
      <Trouble at="key" problems={problems} />
      <Rows list="key.rubric" ids={key.rubric.map(String)} what="criterion" least={3} numbered {...{ problems, more }}>
        {(row) => {
          const line = key.rubric[Number(row)];
          const name = `key.rubric.${row}`;
          return (
            <>
              <Text name={`${name}.points`} label="Points" value={line?.points} problems={problems} />
              <Text name={`${name}.criterion`} label="For what" value={line?.criterion} rows={2} problems={problems} />
            </>
          );
        }}
      </Rows>
      <Text name="key.model" label="A model answer" value={key.model} rows={6} problems={problems} />
      <Text
        name="key.note"
        label="Note for whoever marks"
        hint="Students never see it."
        value={key.note}
        rows={3}
        problems={problems}
      />
    </div>
  );
}
