import { NetworkFigure } from "~/figures/network-figure";
import type { EditorProps } from "../contract";
import { Choose, Text, Tick } from "../editor-fields";
import { Rows } from "../editor-rows";
import { PickingFields } from "../picking-fields";
import { Reply } from "../reply-fields";
import type { Body, Key } from "./schema";

/** The picture as students see it, and its places as rows. */
export function Editor({ written, problems, misconceptionList, more }: EditorProps<Body, Key>) {
  const { body, key } = written;
  const words = new Map(body.targets.map((target) => [target.id, target.text]));
  return (
    <div className="editor">
      <div className="fig hot">
        <NetworkFigure id="figure" question />
      </div>
      <Choose
        name="body.figure"
        label="Diagram"
        value={body.figure}
        options={[
          ["D-L1", "The way of a message"],
          ["D-L3", "The way of a message, for questions on collection points"],
        ]}
        problems={problems}
      />
      <PickingFields max={body.max} offered={words.size} rule={key.rule} problems={problems} />
      <Rows list="body.targets" ids={[...words.keys()]} what="place" problems={problems} more={more}>
        {(id, name) => (
          <>
            <Text name={`body.targets.${id}.text`} label="Words" value={words.get(id)} problems={problems} />
            <Tick name="key.right" value={id} label="This is right" checked={key.right.includes(id)} />
            <Reply code={`target.${id}`} about={name} {...{ written, problems, misconceptionList }} />
          </>
        )}
      </Rows>
    </div>
  );
}
