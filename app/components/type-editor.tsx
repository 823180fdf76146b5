import type { EditorProps } from "~/interactions/contract";
import { views } from "~/interactions/views";
import type { Question } from "~/models/attempt.server";

/** The fields of one question type, for its author. */
export function TypeEditor({
  interaction,
  ...props
}: EditorProps<unknown, unknown> & { interaction: Question["interaction"] }) {
  const { Editor } = views[interaction];
  return <Editor {...props} />;
}
