import { Once } from "~/components/once";
import { RefusedForm } from "~/components/refused-form";
import { ObserverGrid } from "./grid";
import { LearnableKey } from "./learnable-key";
import { controls, type Observer, observers, type Settings, settingCode } from "./model";
import type { RefusedPrediction } from "./prediction-form";
import { rule } from "./rule";
import { WhoReads } from "./who-reads";
import { placeOf, Words } from "./words";

/**
 * The grid that a student commits to before the message runs. It is sent to /lab/predictions, which keeps it.
 * @param from "lesson/section" where the lab stands in a lesson @param investigation its id, where one asked for it
 * @param classes of which the reader is a student, where that is known
 * @param locks id of the form with the switches, where they stand on the same page
 */
export function PredictForm({ settings, refused = null, from, investigation, classes, locks }: PredictFormProps) {
  const id = `predict-${settingCode(settings)}`;
  return (
    <form className="predict" id={id} method="post" action="/lab/predictions" autoComplete="off">
      {refused ? <WhyRefused refused={refused} id={id} /> : null}
      <Once />
      {controls.map((control) =>
        settings[control] ? <input key={control} type="hidden" name={control} value="1" /> : null,
      )}
      {from ? <input type="hidden" name="from" value={from} /> : null}
      {investigation ? <input type="hidden" name="investigation" value={investigation} /> : null}
      <fieldset>
        <legend>What would each of the seven learn of this one message?</legend>
        <LearnableKey />
        <ObserverGrid
          rows={observers.map((observer) => observer.id)}
          name="predicted"
          id={id}
          said={refused?.said}
          missing={refused?.missing}
          place={(observer) => <Place of={observer} settings={settings} />}
          numbered
        />
      </fieldset>
      <div className="hint-row">
        <label className="says">
          <input type="checkbox" name="hinted" value="1" defaultChecked={refused?.hinted} /> Show me the rule
        </label>
        <p className="the-rule" role="note">
          <Words text={rule} of={["envelope"]} />
        </p>
      </div>
      <WhoReads classes={classes} />
      {from && !locks ? (
        <p className="small">
          The button opens the lab, where the message runs. You come back here by “Back to the lesson”.
        </p>
      ) : null}
      <p className="btns">
        <button className="btn go" type="submit">
          Keep my prediction and send the message
        </button>
        {locks ? (
          <button className="btn redraw" type="submit" form={locks}>
            You changed the locks: show the new setting first
          </button>
        ) : null}
      </p>
    </form>
  );
}

function howMany(missing: number): string {
  if (missing === observers.length) return "all seven still have no answer.";
  return `${missing} of the seven ${missing === 1 ? "has" : "have"} no answer yet.`;
}

type PredictFormProps = {
  settings: Settings;
  refused?: RefusedPrediction | null;
  from?: string | undefined;
  investigation?: string | undefined;
  classes?: string[] | undefined;
  locks?: string;
};

/** Where an observer stands, and at the sixth whether there is a demand at all: the switches are far away on a phone. */
function Place({ of: observer, settings }: { of: Observer; settings: Settings }) {
  const idle = observer.id === "O6_demand" && !settings.demand_served;
  return (
    <>
      {placeOf(observer)}
      {idle ? "; in this setting no demand is served" : null}
    </>
  );
}

function WhyRefused({ refused: { missing }, id }: { refused: RefusedPrediction; id: string }) {
  const open = observers.filter((observer) => missing.includes(observer.id));
  return (
    <RefusedForm
      says={`The message was not sent: ${howMany(missing.length)}`}
      open={open.map(({ id: observer, number, name }) => ({ id: `${id}.${observer}`, name: `${number}. ${name}` }))}
    >
      {missing.length < 7 ? "What you chose stands below. " : null}Say what each of these would learn:
    </RefusedForm>
  );
}
