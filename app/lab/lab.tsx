import type { ReactNode } from "react";
import { NetworkFigure } from "~/figures/network-figure";
import { SightPatterns } from "~/figures/sight";
import { LeftOut } from "./left-out-list";
import { contentCount, type Settings } from "./model";
import { PredictForm } from "./predict-form";
import type { RefusedPrediction } from "./prediction-form";
import { Results } from "./results";
import { Rules } from "./rules";
import { StartingPoints, WhatItShows } from "./starting-points";
import { locksForm, Switches } from "./switches";
import { WordsOfTheLocks } from "./words";
import { WorkedExample } from "./worked-example";

/**
 * The follow-a-message lab before the message runs: switches, the way with its locks, and the grid to commit to. Who only
 * looks something up finds the table below, closed.
 * @param fresh whether this reader has predicted nothing yet: then the worked example is open
 * @param classes of which the reader is a student, where that is known
 * @param rules whether somebody came for the rules: then they stand open
 */
export function Lab({ settings, fresh = true, refused = null, rules = false, children, ...more }: LabProps) {
  const { from, investigation, before, classes } = more;
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
      <div className="lab-set">
        <div>
          <Switches settings={settings} from={from} investigation={investigation} />
          <WordsOfTheLocks />
        </div>
        <StartingPoints settings={settings} />
      </div>
      <section className="stack" id="predict" aria-labelledby="lab-predict">
        <h2 id="lab-predict">2. Predict</h2>
        <figure className="fig" aria-labelledby="lab-figure">
          <NetworkFigure id="lab-network" settings={settings} watched unsent />
          <figcaption id="lab-figure">
            The locks as they are set now. Numbers 1 to 7 mark where the observers stand.
          </figcaption>
        </figure>
        <WorkedExample settings={settings} open={fresh && !refused} />
        <PredictForm
          settings={settings}
          refused={refused}
          from={from}
          investigation={investigation}
          classes={classes}
          locks={locksForm}
        />
        <details className="lookup">
          <summary>Look it up without a prediction</summary>
          <p>
            <strong>{contentCount(settings)} of 7</strong> can read the content of this one message.
          </p>
          <WhatItShows settings={settings} />
          <Results settings={settings} />
        </details>
      </section>
      {children}
      <Rules open={rules} />
      <LeftOut />
    </div>
  );
}

type LabProps = {
  settings: Settings;
  fresh?: boolean;
  refused?: RefusedPrediction | null;
  rules?: boolean;
  from?: string | undefined;
  investigation?: string | undefined;
  classes?: string[] | undefined;
  /** What is said above the switches: what was predicted here before, or what is being investigated. */
  before?: ReactNode;
  children?: ReactNode;
};
