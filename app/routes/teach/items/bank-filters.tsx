import { Field } from "~/components/field";
import { Select } from "~/components/select";
import type { BankFilter } from "~/models/bank.server";
import { type KindLists, KindSelects } from "./kind-selects";

export type FilterLists = KindLists & { misconceptions: [string, string][]; quizzes: [string, string][] };

/** What to look for in the bank. The address holds it, so a search can be kept and sent. */
export function BankFilters({
  filter,
  lists,
  at = "/teach/items",
  keep = {},
}: {
  filter: BankFilter;
  lists: FilterLists;
  /** The address of the list that this form narrows, and what else that address says. */
  at?: string;
  keep?: Record<string, string>;
}) {
  const narrowed = Object.keys(filter).some((name) => name !== "words");
  return (
    <form method="get" action={at} aria-label="Look for questions">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field name="words" label="Words in it" defaultValue={filter.words} maxLength={200} autoComplete="off" />
      <details open={narrowed}>
        <summary>More to look for</summary>
        <div className="columns">
          <KindSelects lists={lists} chosen={filter} />
          <Select
            name="misconception"
            label="Misconception behind an answer"
            options={[["", "any"], ...lists.misconceptions]}
            value={filter.misconception}
          />
          <Select
            name="quiz"
            label="Used in"
            options={[["", "any quiz or none"], ...lists.quizzes]}
            value={filter.quiz}
          />
          {standing.map(({ name, label, options }) => (
            <Select key={name} name={name} label={label} options={options} value={filter[name]} />
          ))}
        </div>
      </details>
      <p className="btns">
        <button className="btn" type="submit">
          Look
        </button>
        {Object.keys(filter).length > 0 ? (
          <a className="btn plain" href={[at, new URLSearchParams(keep).toString()].filter(Boolean).join("?")}>
            Show all
          </a>
        ) : null}
      </p>
    </form>
  );
}

/** What stands about a question in the bank, whatever it asks. */
const standing: { name: keyof BankFilter; label: string; options: [string, string][] }[] = [
  {
    name: "measured",
    label: "Difficulty as measured",
    options: [
      ["", "any"],
      ["hard", "hard: under 50 % of the points"],
      ["medium", "medium: 50 to 80 %"],
      ["easy", "easy: over 80 %"],
      ["unknown", "not measured yet"],
    ],
  },
  {
    name: "picture",
    label: "Picture",
    options: [
      ["", "with or without"],
      ["yes", "with a picture"],
      ["no", "without one"],
    ],
  },
  {
    name: "state",
    label: "State",
    options: [
      ["", "draft or ready"],
      ["draft", "draft"],
      ["ready", "ready"],
      ["retired", "retired"],
    ],
  },
  {
    name: "owner",
    label: "Whose",
    options: [
      ["", "anybody’s"],
      ["mine", "mine"],
      ["course", "the course’s"],
      ["others", "other teachers’"],
    ],
  },
];
