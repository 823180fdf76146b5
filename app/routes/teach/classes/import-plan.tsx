import { Mark, type MarkName } from "~/components/mark";
import type { Planned, RosterPlan } from "~/models/roster-plan.server";
import { many } from "~/text";

type Props = { plan: RosterPlan; anew: string[]; unused: string[]; guessed: boolean };

const marks: Record<Planned["standing"], MarkName> = {
  new: "right",
  back: "right",
  here: "blank",
  twice: "blank",
  wrong: "wrong",
};

/** What a list would do to the class, row by row, and the button that agrees to it where nothing is wrong. */
export function ImportPlan({ plan: { names, newGroups, seen }, anew, unused, guessed }: Props) {
  const count = (standing: Planned["standing"]) => names.filter((one) => one.standing === standing).length;
  const [made, back, here, twice, wrong] = (["new", "back", "here", "twice", "wrong"] as const).map(count) as number[];
  const joining = names.filter((one) => one.joins && ["here", "twice"].includes(one.standing)).length;
  const sums = [
    `${many(made as number, "new student")}`,
    back ? `${back} removed before` : "",
    here ? `${here} in the class already` : "",
    twice ? `${twice} twice on the list` : "",
    newGroups.length > 0 ? `${many(newGroups.length, "new group")} (${newGroups.join(", ")})` : "",
    wrong ? `${many(wrong, "row")} to put right` : "",
  ].filter(Boolean);
  return (
    <section aria-labelledby="plan" className="stack">
      <h2 id="plan">What would happen</h2>
      <p role="status">{sums.join(", ")}.</p>
      {guessed ? <p>The file is in an older encoding. Look at letters with accents: are they right?</p> : null}
      {unused.length > 0 ? <p>Not kept: the {columns(unused)}.</p> : null}
      <table className="tbl">
        <caption className="vh">Each row of the list</caption>
        <thead>
          <tr>
            {["Row", "Name", "What happens"].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((one) => (
            <PlanRow key={one.row} one={one} anew={anew} />
          ))}
        </tbody>
      </table>
      {wrong ? (
        <p className="read">Put these rows right in the field above, or take them out. Then look again.</p>
      ) : made || back || joining ? (
        <p className="btns">
          <button className="btn go" type="submit" name="seen" value={seen}>
            {made || back ? "Agree: add them all" : "Agree: put them in their groups"}
          </button>
        </p>
      ) : (
        <p className="read">There is nobody to add.</p>
      )}
    </section>
  );
}

function PlanRow({ one, anew }: { one: Planned; anew: string[] }) {
  return (
    <tr>
      <td>{one.row}</td>
      <th scope="row" className="written">
        {one.name || "(none)"}
      </th>
      <td>
        <span className={one.standing === "wrong" ? "says is-wrong" : "says"}>
          <Mark name={marks[one.standing]} />
          {words(one)}
          {one.joins ? `; comes into the group ${one.group}` : ""}
        </span>
        {one.standing === "back" ? (
          <label className="says line">
            <input type="checkbox" name="anew" value={one.personId} defaultChecked={anew.includes(one.personId)} /> It
            is somebody else: make a new student
            <span className="vh"> called {one.name}</span>
          </label>
        ) : null}
      </td>
    </tr>
  );
}

function words(one: Planned): string {
  switch (one.standing) {
    case "new":
      return "is added";
    case "back":
      return "was in the class and was removed: comes back, with all their work and their old PIN";
    case "here":
      return `somebody in the class has this name already${one.joins ? "" : ": nothing happens"}`;
    case "twice":
      return `the same name as in row ${one.first}: counted once. If they are two, tell them apart, for example by a second name`;
    case "wrong":
      return one.name === "" ? "there is no name in this row" : one.why;
  }
}

function columns(unused: string[]): string {
  return `${unused.length === 1 ? "column" : "columns"} ${unused.map((one) => `“${one}”`).join(", ")}`;
}
