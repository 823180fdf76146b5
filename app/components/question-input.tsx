import type { InputProps } from "~/interactions/contract";
import { views } from "~/interactions/views";
import type { Question } from "~/models/attempt.server";

/** The controls of a question of any type, as a student has them. */
export function QuestionInput({ interaction, ...props }: InputProps<unknown, unknown> & Pick<Question, "interaction">) {
  const { Input } = views[interaction];
  return <Input {...props} />;
}
