import { Mark } from "~/components/mark";
import { type Goal, type Pattern, type Stands, stands } from "./goal";
import { type Control, controls, settingsQuery, switchWords } from "./model";
import type { Verdict } from "./verdict";

export type Answered = { switches: Control[]; pattern: Partial<Pattern> };

/** What is answered stands in the address, so that it can be shown to somebody: nothing is kept. */
export function InvestigationForm({ id, goal, answered }: { id: string; goal: Goal; answered: Answered }) {
  return (
    <form method="get" action={`/lab/investigations/${id}#verdict`} className="yours stack" autoComplete="off">
      <input type="hidden" name="answered" value="1" />
      {goal.kind === "every-setting" ? (
        <PatternFields pattern={answered.pattern} />
      ) : (
        <fieldset>
          <legend>{goal.kind === "which-switch" ? "The switch" : "The switches, all of them"}</legend>
          <div className="opts">
            {controls.map((control) => (
              <label className="opt" key={control}>
                <input
                  type={goal.kind === "which-switch" ? "radio" : "checkbox"}
                  name="switch"
                  value={control}
                  defaultChecked={answered.switches.includes(control)}
                />
                {switchWords[control].name}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <p className="btns">
        <button className="btn go" type="submit">
          Ask the rules
        </button>
      </p>
    </form>
  );
}

function PatternFields({ pattern }: { pattern: Partial<Pattern> }) {
  return (
    <fieldset className="pattern">
      <legend>In all of these settings, each switch …</legend>
      {controls.map((control) => (
        <label key={control}>
          <span>{switchWords[control].name}</span>
          <select className="in" name={control} defaultValue={pattern[control] ?? ""}>
            <option value="">Choose</option>
            {stands.map((stand) => (
              <option key={stand} value={stand}>
                {standWords(control, stand)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}

function standWords(control: Control, stand: Stands): string {
  return stand === "either" ? "may stand either way" : `must be ${switchWords[control][stand]}`;
}

/** What the rules say to an answer; it takes the focus, because the page came for it. */
export function VerdictSays({ verdict }: { verdict: Verdict }) {
  const [kind, mark] = verdict.right ? (["is-right", "right"] as const) : (["is-partly", "partly"] as const);
  return (
    <div className={`said ${kind}`} id="verdict">
      <Mark name={mark} />
      <div>
        <b>{verdict.right ? "Yes, by the rules of the lab" : "Not yet"}</b>
        {verdict.says.map(({ text, see }) => (
          <p key={text}>
            {text} {see ? <a href={`/lab?${settingsQuery(see)}`}>Try it in the lab</a> : null}
          </p>
        ))}
      </div>
    </div>
  );
}
