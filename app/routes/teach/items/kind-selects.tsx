import type { Reply } from "~/components/form";
import { Select } from "~/components/select";

type Options = [value: string, words: string][];
export type KindLists = { objectives: Options; interactions: Options; tags: Options };

/** What kinds there are to choose from, each with its words. */
export function kindOptions({ objectives, interactions, tags }: KindLists) {
  const difficulties: Options = ["easy", "medium", "hard"].map((one) => [one, one]);
  return { objective: objectives, interaction: interactions, difficulty: difficulties, tag: tags };
}

const labels = {
  objective: "Objective",
  interaction: "Type",
  difficulty: "Difficulty as its author sees it",
  tag: "Tag",
} as const;
export type Kind = keyof typeof labels;
export const kinds = Object.keys(labels) as Kind[];

/** The kind of question one looks for in the bank, or has drawn from it. */
export function KindSelects({
  lists,
  chosen,
  reply,
}: {
  lists: KindLists;
  chosen: Partial<Record<Kind, string>>;
  reply?: Reply | undefined;
}) {
  const options = kindOptions(lists);
  return kinds.map((kind) => (
    <Select
      key={kind}
      name={kind}
      label={labels[kind]}
      options={[["", "any"], ...options[kind]]}
      value={chosen[kind]}
      reply={reply}
    />
  ));
}
