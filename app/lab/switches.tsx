import { Mark, type MarkName } from "~/components/mark";
import { type Control, controls, type Settings, switchWords } from "./model";
import { settingWords } from "./setting-words";
import { shows } from "./shown";

/** The mark beside each state. */
const marks: Record<Control, { on: MarkName; off: MarkName }> = {
  tls: { on: "sealed", off: "open" },
  inter_dc: { on: "sealed", off: "open" },
  at_rest_provider_key: { on: "sealed", off: "open" },
  e2e: { on: "sealed", off: "open" },
  demand_served: { on: "served", off: "blank" },
};

/** The five switches in the form of the lab: an unticked box is not sent, and its absence means off. */
export function Switches({ settings }: { settings: Settings }) {
  return (
    <>
      <h2 id="lab-switches">1. Set the locks</h2>
      <fieldset className="locks" aria-labelledby="lab-switches">
        {controls.map((control) => (
          <Switch key={control} control={control} on={settings[control]} />
        ))}
      </fieldset>
      <p className="btns">
        <button className="btn" {...shows}>
          Show this setting
        </button>
        <span className="small soft unchanged">Needed only after you have changed one.</span>
      </p>
      <p className="small" role="status">
        <span className="changed">
          The locks have changed. The page still shows: {settingWords(settings)}. Press “Show this setting” to see the
          new one; what you have chosen in the grid comes along.
        </span>
      </p>
    </>
  );
}

/** Without autocomplete a reload would keep boxes ticked that the page does not show; the grid it should keep. */
function Switch({ control, on }: { control: Control; on: boolean }) {
  const { name, note, ...state } = switchWords[control];
  return (
    <label className="opt">
      <input type="checkbox" name={control} value="1" defaultChecked={on} autoComplete="off" />
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
