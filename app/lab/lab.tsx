import type { ReactNode } from "react";
import { Once } from "~/components/once";
import { NetworkFigure } from "~/figures/network-figure";
import { SightPatterns } from "~/figures/sight";
import { LeftOut } from "./left-out-list";
import { contentCount, type Settings, settingCode, settingsQuery } from "./model";
import { queryOf } from "./place";
import { gridId, PredictFields } from "./predict-fields";
import type { RefusedPrediction } from "./prediction-form";
import { Results } from "./results";
import { Rules } from "./rules";
import { settingWords } from "./setting-words";
import { type Carried, shows } from "./shown";
import { StartingPoints, WhatItShows } from "./starting-points";
import { Switches } from "./switches";
import { WordsOfTheLocks } from "./words";
import { WorkedExample } from "./worked-example";

/**
 * The follow-a-message lab before the message runs: switches, the way with its locks, and the grid to commit to. Who only
 * looks something up finds the table below, closed. Switches and grid are one form, so that whoever shows another setting
 * keeps what is chosen; the button at its end sends it to /lab/predictions instead.
 * @param fresh whether this reader has predicted nothing yet: then the worked example is open
 * @param known whether we know who reads this; a page for strangers is the same for all of them
 * @param classes of which the reader is a student, where that is known
 * @param rules whether somebody came for the rules: then they stand open
 */
export function Lab({ settings, fresh = true, known = true, refused = null, carried = null, ...more }: LabProps) {
  const { rules = false, from, investigation, before, classes, children } = more;
  const id = gridId(settings);
  const untouched = fresh && !refused && !carried;
  return (
    <div className="lab">
      <SightPatterns />
      <header className="stack">
        <h1>Follow a message</h1>
        <p className="read">
          Ama sends Ben three words. Set the locks, say who will be able to read “Meet&nbsp;at&nbsp;6” on the way, then
          send it and compare.
        </p>
        {before}
      </header>
      <form className="lab-form" method="post" action="/lab/predictions" id={id}>
        {/* What Enter presses: the first button of a form. Everywhere else in it that would show the setting anew. */}
        <button type="submit" className="vh" tabIndex={-1} aria-hidden="true" />
        {known ? <Once /> : null}
        <input type="hidden" name="shown" value={settingCode(settings)} />
        {from ? <input type="hidden" name="from" value={from} /> : null}
        {investigation ? <input type="hidden" name="investigation" value={investigation} /> : null}
        <div className="lab-set">
          <div>
            <Switches settings={settings} />
            <WordsOfTheLocks />
          </div>
          <StartingPoints settings={settings} />
        </div>
        <section className="stack" id="predict" aria-labelledby="lab-predict-name">
          <h2 id="lab-predict" tabIndex={-1} aria-describedby={carried?.before ? "lab-carried" : undefined}>
            <span id="lab-predict-name">2. Predict</span>{" "}
            <span className="with">Shown now: {settingWords(settings)}</span>
          </h2>
          <figure className="fig" aria-labelledby="lab-figure">
            <NetworkFigure id="lab-network" settings={settings} watched unsent />
            <figcaption id="lab-figure">
              The locks as they were last shown. Numbers 1 to 7 mark where the observers stand.
              <span className="changed"> You have changed a switch since: press “Show this setting”.</span>
            </figcaption>
          </figure>
          <WorkedExample settings={settings} open={untouched} />
          <div className="predict">
            <PredictFields
              id={id}
              settings={settings}
              refused={refused}
              carried={carried}
              classes={classes}
              again={`/lab?${settingsQuery(settings)}${queryOf(from, investigation)}#lab-predict`}
            />
            <p className="btns">
              <button className="btn go" type="submit">
                Keep my prediction and send the message
              </button>
              <button className="btn redraw" {...shows}>
                You changed the locks: show the new setting first
              </button>
            </p>
          </div>
        </section>
      </form>
      <details className="lookup">
        <summary>Look it up without a prediction</summary>
        <p>
          <strong>{contentCount(settings)} of 7</strong> can read the content of this one message.
        </p>
        <WhatItShows settings={settings} />
        <Results settings={settings} />
      </details>
      {children}
      <Rules open={rules} />
      <LeftOut />
    </div>
  );
}

type LabProps = {
  settings: Settings;
  fresh?: boolean;
  known?: boolean;
  refused?: RefusedPrediction | null;
  carried?: Carried | null;
  rules?: boolean;
  from?: string | undefined;
  investigation?: string | undefined;
  classes?: string[] | undefined;
  /** What is said above the switches: what was predicted here before, or what is being investigated. */
  before?: ReactNode;
  children?: ReactNode;
};
