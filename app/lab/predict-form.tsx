import { Once } from "~/components/once";
import { controls, type Settings } from "./model";
import { gridId, PredictFields } from "./predict-fields";

/**
 * The grid that a student commits to before the message runs, under one setting of a lesson. It is sent to /lab/predictions,
 * which keeps it.
 * @param from the place in the lesson
 * @param known whether we know who reads this; a page for strangers is the same for all of them
 */
export function PredictForm({ settings, from, known }: { settings: Settings; from: string; known: boolean }) {
  const id = gridId(settings);
  return (
    <form className="predict" id={id} method="post" action="/lab/predictions">
      {known ? <Once /> : null}
      {controls.map((control) =>
        settings[control] ? <input key={control} type="hidden" name={control} value="1" /> : null,
      )}
      <input type="hidden" name="from" value={from} />
      <PredictFields id={id} settings={settings} />
      <p className="small">
        The button opens the lab, where the message runs. You come back here by “Back to the lesson”.
      </p>
      <p className="btns">
        <button className="btn go" type="submit">
          Keep my prediction and send the message
        </button>
      </p>
    </form>
  );
}
