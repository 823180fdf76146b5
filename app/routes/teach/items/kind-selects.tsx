import { Select } from "~/components/select";

type Options = [value: string, words: string][];
export type KindLists = { objectives: Options; interactions: Options; tags: Options };

/** The kind of question one looks for in the bank, or has drawn from it. */
export function KindSelects({
  lists,
  chosen,
}: {
  lists: KindLists;
  chosen: { objective?: string; interaction?: string; difficulty?: string; tag?: string };
}) {
  const any = (options: Options): Options => [["", "any"], ...options];
  return (
    <>
      <Select name="objective" label="Objective" options={any(lists.objectives)} value={chosen.objective} />
      <Select name="interaction" label="Type" options={any(lists.interactions)} value={chosen.interaction} />
      <Select
        name="difficulty"
        label="Difficulty as its author sees it"
        options={any(["easy", "medium", "hard"].map((one) => [one, one]))}
        value={chosen.difficulty}
      />
      <Select name="tag" label="Tag" options={any(lists.tags)} value={chosen.tag} />
    </>
  );
}
