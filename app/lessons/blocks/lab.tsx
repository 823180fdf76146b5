import { KeptHere } from "~/lab/kept";
import { settingCode, settingsQuery } from "~/lab/model";
import { PredictForm } from "~/lab/predict-form";
import { Setting } from "~/lab/setting";
import { Explaining } from "~/lab/words";
import { WorkedExample } from "~/lab/worked-example";
import { type Switches, settingsAt } from "../switches";
import { usePage } from "./page-context";

/**
 * The lab in a lesson, at one setting: the student predicts here, and the message runs on the lab's own page, from which a
 * link leads back. On paper it is only a link.
 */
export function LabBlock({ caption, ...switches }: Switches & { caption: string }) {
  const { lesson, section, labs, terms, zone, paper, known } = usePage();
  const settings = settingsAt(switches);
  const code = settingCode(settings);
  const kept = labs[code];
  const from = `${lesson}/${section}/${code}`;
  return (
    <section className="lab-block wide" id={`lab-${code}`} tabIndex={-1} aria-labelledby={`lab-${code}-name`}>
      <h3 id={`lab-${code}-name`}>{caption}</h3>
      <Setting settings={settings} />
      {kept ? <KeptHere kept={kept} zone={zone} from={from} /> : null}
      {paper ? null : (
        <Explaining words={Object.keys(terms)}>
          {kept ? (
            <details>
              <summary>Predict it again</summary>
              <PredictForm settings={settings} from={from} known={known} />
            </details>
          ) : (
            <>
              <WorkedExample settings={settings} open={false} />
              <PredictForm settings={settings} from={from} known={known} />
            </>
          )}
        </Explaining>
      )}
      <p className="small">
        <a href={`/lab?${settingsQuery(settings)}&from=${from}`}>Open this in the lab</a>
      </p>
    </section>
  );
}
