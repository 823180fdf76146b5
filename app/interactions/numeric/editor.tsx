import type { EditorProps } from "../contract";
import { Text, Trouble } from "../editor-fields";
import { Rows } from "../editor-rows";
import { Reply } from "../reply-fields";
import type { DraftKey } from "./authoring";
import type { Body } from "./schema";

export function Editor({ written, problems, misconceptionList, more }: EditorProps<Body, DraftKey>) {
  const { body, key } = written;
  const shared = { written, problems, misconceptionList };
  return (
    <div className="editor">
      <Trouble at="key" problems={problems} />
      <Text name="key.value" label="Right value" value={key.value} problems={problems} />
      <Text
        name="key.tolerance"
        label="How far off is still right"
        hint="0 for exactly this value; 0.5 for half a unit more or less."
        value={key.tolerance}
        problems={problems}
      />
      <Text
        name="body.unit"
        label="Unit"
        hint="It stands beside the field, and students may type it too. Leave it empty for a bare number."
        value={body.unit}
        problems={problems}
      />
      <Reply code="right" about="the right value" {...shared} />
      <h3>Wrong values that come up often</h3>
      <Rows list="key.common" ids={key.common.map(String)} what="wrong value" numbered {...{ problems, more }}>
        {(row, name) => {
          const value = key.common[Number(row)];
          return (
            <>
              <Text name={`key.common.${row}`} label="Value" value={value} problems={problems} />
              <Reply code={`answer.${value}`} drawnAs={`row.${row}`} about={name} {...shared} />
            </>
          );
        }}
      </Rows>
    </div>
  );
}
