import { Mark, type MarkName } from "~/components/mark";
import { type Control, controls, type Settings } from "./model";

type Words = { name: string; note: string; on: [word: string, mark: MarkName]; off: [word: string, mark: MarkName] };

const lock = { on: ["locked", "sealed"], off: ["open", "open"] } satisfies Pick<Words, "on" | "off">;

const words: Record<Control, Words> = {
  tls: { name: "TLS, user to provider", note: "Keys: the user’s app and the provider’s front end", ...lock },
  inter_dc: { name: "Link encryption between data centres", note: "Keys: the provider, at both ends", ...lock },
  at_rest_provider_key: {
    name: "At rest, provider’s key",
    note: "Key: the provider, kept away from the disk",
    ...lock,
  },
  e2e: { name: "End-to-end", note: "Keys: the two devices only", ...lock },
  demand_served: {
    name: "A lawful demand is served",
    note: "Valid, covers content, and answered",
    on: ["served", "served"],
    off: ["not served", "blank"],
  },
};

/**
 * The five switches as a plain form: an unticked box is not sent, and its absence means off.
 * Without autocomplete a reload would keep boxes ticked that the page below does not show.
 */
export function Switches({ settings }: { settings: Settings }) {
  return (
    <form method="get" action="/lab" autoComplete="off">
      <h2 id="lab-switches">1. Set the locks</h2>
      <fieldset className="locks" aria-labelledby="lab-switches">
        {controls.map((control) => (
          <Switch key={control} control={control} on={settings[control]} />
        ))}
      </fieldset>
      <p className="btns">
        <button className="btn go" type="submit">
          Show
        </button>
        <span className="changed small">Changed. Press Show to see it.</span>
      </p>
    </form>
  );
}

function Switch({ control, on }: { control: Control; on: boolean }) {
  const { name, note, ...state } = words[control];
  return (
    <label className="opt">
      <input type="checkbox" name={control} value="1" defaultChecked={on} />
      <span>
        <b>{name}</b>
        <span className="small soft">{note}</span>
      </span>
      <span className="st c">
        {state.on[0]} <Mark name={state.on[1]} />
      </span>
      <span className="st o">
        {state.off[0]} <Mark name={state.off[1]} />
      </span>
    </label>
  );
}
