import { Mark } from "~/components/mark";
import { RefusedForm } from "~/components/refused-form";
import { type Goal, type Pattern, type Stands, stands } from "./goal";
import { type Control, controls, settingsQuery, switchWords } from "./model";
import { type Verdict, verdictWords } from "./verdict";

export type Answered = { switches: Control[]; pattern: Partial<Pattern> };
type Next = { id: string; title: string } | null;

/**
 * What is answered stands in the address, so that it can be shown to somebody: nothing is kept.
 * @param open the switches about which an answer that was sent said nothing
 */
export function InvestigationForm({ id, goal, answered, open }: InvestigationFormProps) {
  return (
    <form method="get" action={`/lab/investigations/${id}#verdict`} className="yours stack" autoComplete="off">
      {open.length > 0 ? <WhyRefused goal={goal} open={open} /> : null}
      <input type="hidden" name="answered" value="1" />
      {goal.kind === "every-setting" ? (
        <PatternFields pattern={answered.pattern} open={open} />
      ) : (
        <fieldset>
          <legend>{goal.kind === "which-switch" ? "The switch" : "The switches, all of them"}</legend>
          <div className="opts">
            {controls.map((control) => (
              <label className="opt" key={control}>
                <input
                  id={control}
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
          Check my answer
        </button>
      </p>
    </form>
  );
}

type InvestigationFormProps = { id: string; goal: Goal; answered: Answered; open: Control[] };

function WhyRefused({ goal, open }: { goal: Goal; open: Control[] }) {
  if (goal.kind !== "every-setting")
    return (
      <RefusedForm says="No switch is chosen yet." open={[{ id: controls[0], name: "To the switches" }]}>
        Choose the one that you mean{goal.kind === "changes-one" ? ", or several" : null}.
      </RefusedForm>
    );
  return (
    <RefusedForm
      says={`${open.length} of the five switches ${open.length === 1 ? "has" : "have"} no answer yet.`}
      open={open.map((control) => ({ id: control, name: switchWords[control].name }))}
    >
      Say of each how it has to stand:
    </RefusedForm>
  );
}

function PatternFields({ pattern, open }: { pattern: Partial<Pattern>; open: Control[] }) {
  return (
    <fieldset className="pattern">
      <legend>In all of these settings, each switch&nbsp;…</legend>
      {controls.map((control) => (
        <label key={control}>
          <span>
            {switchWords[control].name}
            {open.includes(control) ? (
              <span className="small is-wrong">
                <span className="vh">. </span>No answer yet
              </span>
            ) : null}
          </span>
          <select
            className="in"
            id={control}
            name={control}
            defaultValue={pattern[control] ?? ""}
            aria-invalid={open.includes(control) || undefined}
          >
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

/** What the rules say to an answer, where the focus goes, and after a right one where to go on. @param next the question after this one */
export function VerdictSays({ verdict, next }: { verdict: Verdict; next: Next }) {
  const [kind, mark] = verdict.right ? (["is-right", "right"] as const) : (["is-partly", "partly"] as const);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls.
    <div className={`said ${kind}`} id="verdict" tabIndex={-1} role="group" aria-labelledby="verdict-is">
      <Mark name={mark} />
      <div>
        <b id="verdict-is">{verdictWords(verdict)}</b>
        {verdict.says.map(({ text, see }) => (
          <p key={text}>
            {text} {see ? <a href={`/lab?${settingsQuery(see)}`}>Try it in the lab</a> : null}
          </p>
        ))}
        {verdict.right ? (
          <p>
            {next ? (
              <>
                Next question: <a href={`/lab/investigations/${next.id}`}>{next.title}</a>
              </>
            ) : (
              <a href="/lab#lab-investigations">That was the last one: all questions of the lab</a>
            )}
          </p>
        ) : null}
      </div>
    </div>
  );
}
