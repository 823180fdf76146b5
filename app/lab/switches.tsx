import { Mark, type MarkName } from "~/components/mark";
import { type Control, controls, type Settings, switchWords } from "./model";

/** The mark beside each state. */
const marks: Record<Control, { on: MarkName; off: MarkName }> = {
  tls: { on: "sealed", off: "open" },
  inter_dc: { on: "sealed", off: "open" },
  at_rest_provider_key: { on: "sealed", off: "open" },
  e2e: { on: "sealed", off: "open" },
  demand_served: { on: "served", off: "blank" },
};

/** The id of the form with the switches. */
export const locksForm = "lab-locks";

/**
 * The five switches as a plain form: an unticked box is not sent, and its absence means off.
 * Without autocomplete a reload would keep boxes ticked that the page below does not show.
 */
export function Switches({ settings, from, investigation }: SwitchesProps) {
  return (
    <form method="get" action="/lab#predict" autoComplete="off" id={locksForm}>
      <h2 id="lab-switches">1. Set the locks</h2>
      {from ? <input type="hidden" name="from" value={from} /> : null}
      {investigation ? <input type="hidden" name="investigation" value={investigation} /> : null}
      <fieldset className="locks" aria-labelledby="lab-switches">
        {controls.map((control) => (
          <Switch key={control} control={control} on={settings[control]} />
        ))}
      </fieldset>
      <p className="btns">
        <button className="btn" type="submit">
          Show this setting
        </button>
        <span className="small" role="status">
          <span className="changed">The locks have changed. Show this setting before you predict.</span>
        </span>
        <span className="small soft unchanged">Needed only after you have changed one.</span>
      </p>
    </form>
  );
}

type SwitchesProps = { settings: Settings; from?: string | undefined; investigation?: string | undefined };

function Switch({ control, on }: { control: Control; on: boolean }) {
  const { name, note, ...state } = switchWords[control];
  return (
    <label className="opt">
      <input type="checkbox" name={control} value="1" defaultChecked={on} />
      <span>
        <b>{name}</b>
        <span className="small soft">
          <span className="vh">. </span>
          {note}
        </span>
      </span>
      <span className="st c">
        {state.on} <Mark name={marks[control].on} />
      </span>
      <span className="st o">
        {state.off} <Mark name={marks[control].off} />
      </span>
    </label>
  );
}
