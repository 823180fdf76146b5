import type { EditorProps } from "../contract";
import { Text, Tick, Trouble } from "../editor-fields";
import { Rows } from "../editor-rows";
import { Reply } from "../reply-fields";
import type { Body, Key } from "./schema";

export function Editor({ written, problems, misconceptionList, more }: EditorProps<Body, Key>) {
  const { key } = written;
  return (
    <div className="editor">
      <p className="small soft">
        Spaces, quotation marks around an answer, a full stop and a leading “a”, “an” or “the” never matter. A star
        stands for any letters, or none: encrypt* takes encryption and encrypted. Write \* for a star itself.
      </p>
      <Tick name="key.capitals" label="Capital letters matter" checked={key.capitals === true} />
      <h3>Right answers</h3>
      <Trouble at="key" problems={problems} />
      <Rows list="key.accepted" ids={key.accepted} what="right answer" least={3} numbered {...{ problems, more }}>
        {(row) => (
          <Text
            name={`key.accepted.${row}`}
            label="Words"
            hint={row === "0" ? "The first one is shown as the right answer." : undefined}
            value={key.accepted[Number(row)]}
            problems={problems}
          />
        )}
      </Rows>
      <h3>Near misses</h3>
      <Rows list="key.near" ids={key.near} what="near miss" numbered {...{ problems, more }}>
        {(row, name) => (
          <>
            <Text name={`key.near.${row}`} label="Words" value={key.near[Number(row)]} problems={problems} />
            <Reply
              code={`near.${row}`}
              drawnAs={`row.${row}`}
              about={name}
              {...{ written, problems, misconceptionList }}
            />
          </>
        )}
      </Rows>
    </div>
  );
}
