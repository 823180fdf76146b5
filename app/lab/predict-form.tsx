import { Mark } from "~/components/mark";
import { Once } from "~/components/once";
import { ObserverGrid } from "./grid";
import { LearnableKey } from "./learnable-key";
import { controls, observers, type Settings, settingCode } from "./model";
import type { RefusedPrediction } from "./prediction-form";
import { rule } from "./rule";

/**
 * The grid that a student commits to before the message runs. It is sent to /lab/predictions, which keeps it.
 * @param from "lesson/section" where the lab stands in a lesson @param investigation its id, where one asked for it
 */
export function PredictForm({ settings, refused = null, from, investigation }: PredictFormProps) {
  const id = `predict-${settingCode(settings)}`;
  return (
    <form className="predict" id={id} method="post" action="/lab/predictions" autoComplete="off">
      <Once />
      {controls.map((control) =>
        settings[control] ? <input key={control} type="hidden" name={control} value="1" /> : null,
      )}
      {from ? <input type="hidden" name="from" value={from} /> : null}
      {investigation ? <input type="hidden" name="investigation" value={investigation} /> : null}
      <fieldset aria-describedby={refused ? `${id}-why` : undefined}>
        <legend>What would each of the seven learn of this one message?</legend>
        {refused ? <WhyRefused refused={refused} id={`${id}-why`} /> : null}
        <LearnableKey />
        <ObserverGrid
          rows={observers.map((observer) => observer.id)}
          name="predicted"
          id={id}
          said={refused?.said}
          missing={refused?.missing}
          numbered
        />
      </fieldset>
      <div className="hint-row">
        <label className="says">
          <input type="checkbox" name="hinted" value="1" defaultChecked={refused?.hinted} /> Show me the rule
        </label>
        <p className="the-rule" role="note">
          {rule}
        </p>
      </div>
      <p className="btns">
        <button className="btn go" type="submit">
          Keep my prediction and send the message
        </button>
      </p>
      <p className="small soft">
        Not marked. It is kept for you, and a teacher whose class you are in sees how the class predicted.
      </p>
    </form>
  );
}

type PredictFormProps = {
  settings: Settings;
  refused?: RefusedPrediction | null;
  from?: string | undefined;
  investigation?: string | undefined;
};

function WhyRefused({ refused, id }: { refused: RefusedPrediction; id: string }) {
  const left = refused.missing.length;
  return (
    // biome-ignore lint/a11y/noAutofocus: the page was sent again because of this.
    <p className="says is-wrong" role="alert" id={id} tabIndex={-1} autoFocus>
      <Mark name="not-saved" />
      {left === 7 ? "Say first what each of the seven would learn." : `Still open: ${left} of the seven.`} Nothing was
      sent yet; what you chose stands below.
    </p>
  );
}
