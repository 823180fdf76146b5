import { RefusedForm } from "~/components/refused-form";
import { ObserverGrid } from "./grid";
import { LearnableKey } from "./learnable-key";
import { type Observer, observers, type Settings, settingCode } from "./model";
import type { RefusedPrediction } from "./prediction-form";
import { rule } from "./rule";
import { differenceWords, settingWords } from "./setting-words";
import type { Carried } from "./shown";
import { WhoReads } from "./who-reads";
import { placeOf, Words } from "./words";

/** The grid to commit to, the hint under it, and who will see it. @param id what its ids begin with */
export function PredictFields({ id, settings, refused = null, carried = null, classes, again }: PredictFieldsProps) {
  const given = refused ?? carried;
  return (
    <>
      {refused ? <WhyRefused refused={refused} id={id} /> : null}
      {carried?.before ? <CameAlong before={carried.before} settings={settings} again={again} /> : null}
      <fieldset>
        <legend>What would each of the seven learn of this one message?</legend>
        <LearnableKey />
        <ObserverGrid
          rows={observers.map((observer) => observer.id)}
          name="predicted"
          id={id}
          said={given?.said}
          missing={refused?.missing}
          place={(observer) => <Place of={observer} settings={settings} />}
          numbered
        />
      </fieldset>
      <div className="hint-row">
        <label className="says">
          <input type="checkbox" name="hinted" value="1" defaultChecked={given?.hinted} /> Show me the rule
        </label>
        <p className="the-rule" role="note">
          <Words text={rule} of={["envelope"]} />
        </p>
      </div>
      <WhoReads classes={classes} />
    </>
  );
}

type PredictFieldsProps = {
  id: string;
  settings: Settings;
  refused?: RefusedPrediction | null;
  carried?: Carried | null;
  classes?: string[] | undefined;
  /** The address of this setting with an empty grid. */
  again?: string;
};

/** The id under which the form of one setting has its grid. */
export function gridId(settings: Settings): string {
  return `predict-${settingCode(settings)}`;
}

/** Said above the grid when it is not empty because the setting was changed. */
function CameAlong({ before, settings, again }: { before: Settings; settings: Settings; again: string | undefined }) {
  return (
    <p className="said is-waiting" id="lab-carried">
      <span />
      <span>
        What is chosen below was chosen for another setting: {settingWords(before)}. New here:{" "}
        <strong>{differenceWords(before, settings)}</strong>. Go through the seven again, or{" "}
        <a href={again}>start with an empty grid</a>.
      </span>
    </p>
  );
}

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

function howMany(missing: number): string {
  if (missing === observers.length) return "all seven still have no answer.";
  return `${missing} of the seven ${missing === 1 ? "has" : "have"} no answer yet.`;
}
