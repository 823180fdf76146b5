import { Select } from "~/components/select";
import { type Arrangement, type CellKind, cellKinds } from "~/models/gradebook-order";

const kindWords: Record<CellKind, string> = {
  missing: "something missing",
  late: "something late",
  waiting: "something that waits for marks",
  "not passed": "something not passed",
};

type Props = {
  asked: Arrangement;
  groups: { id: string; name: string }[];
  assignments: { id: string; title: string }[];
};

/** Narrows a gradebook. The address holds what was asked for, so a view of it can be kept. */
export function GradebookFilters({ asked, groups, assignments }: Props) {
  const narrowed = asked.group !== undefined || asked.state !== undefined || asked.show.length > 0;
  return (
    <details open={narrowed} className="narrowing">
      <summary>Show only some</summary>
      <form method="get">
        {asked.sort === "name" ? null : <input type="hidden" name="sort" value={asked.sort} />}
        {asked.down ? <input type="hidden" name="down" value="1" /> : null}
        <div className="narrow">
          {groups.length > 0 ? (
            <Select
              name="group"
              label="Group"
              options={[["", "the whole class"], ...groups.map(({ id, name }): [string, string] => [id, name])]}
              value={asked.group}
            />
          ) : null}
          <Select
            name="state"
            label="Students with"
            options={[["", "anything"], ...cellKinds.map((kind): [string, string] => [kind, kindWords[kind]])]}
            value={asked.state}
          />
        </div>
        {assignments.length > 1 ? (
          <fieldset className="field">
            <legend>Assignments</legend>
            <span className="hint">None ticked: all.</span>
            <div className="opts">
              {assignments.map(({ id, title }) => (
                <label key={id} className="opt">
                  <input type="checkbox" name="show" value={id} defaultChecked={asked.show.includes(id)} />
                  {title}
                </label>
              ))}
            </div>
          </fieldset>
        ) : null}
        <p className="btns">
          <button className="btn" type="submit">
            Show
          </button>
          {narrowed ? (
            <a className="btn plain" href="?">
              Show everything
            </a>
          ) : null}
        </p>
      </form>
    </details>
  );
}
