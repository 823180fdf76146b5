import { tallyWords } from "./hits-words";
import { contentCount, controls, flipped, hitsOf, type Settings, settingsQuery, switchWords } from "./model";
import type { Predicted } from "./prediction-form";
import { Results } from "./results";
import { rule } from "./rule";
import { Rules } from "./rules";
import { WhatItShows } from "./starting-points";
import { Words } from "./words";

/** What was predicted beside what is so, and where to go on. Hidden until the message has arrived. */
export function Compare({ settings, predicted, hinted, when, arrived, query }: CompareProps) {
  return (
    <section className="stack" id="compare" aria-labelledby="lab-compare" hidden={!arrived}>
      <h2 id="lab-compare" tabIndex={-1}>
        4. Compare
      </h2>
      <p className="tally">
        <strong>{tallyWords(hitsOf(settings, predicted))}</strong>
      </p>
      <p className="small soft">
        You predicted this on {when}
        {hinted ? ", with the rule open" : ""}.
      </p>
      <p>
        By the rules, <strong>{contentCount(settings)} of 7</strong> can read the content of this one message.
      </p>
      <WhatItShows settings={settings} />
      <Results settings={settings} predicted={predicted} />
      <p className="small soft">
        <Words text={rule} of={["envelope"]} />
      </p>
      <h3>Now change one thing</h3>
      <p>Which of the seven would learn something else? Say it before you look.</p>
      <ul className="presets changes">
        {controls.map((control) => (
          <li key={control}>
            <a href={`/lab?${settingsQuery(flipped(settings, control))}${query}#lab-predict`}>
              {switchWords[control].name}
              <span className="vh">, </span>{" "}
              <span className="with">
                {settings[control] ? switchWords[control].off : switchWords[control].on} instead
              </span>
            </a>
          </li>
        ))}
        <li>
          <a href={`/lab?${settingsQuery(settings)}${query}#lab-predict`}>
            The same again
            <span className="vh">, </span> <span className="with">a new prediction under this setting</span>
          </a>
        </li>
      </ul>
      <Rules open />
    </section>
  );
}

type CompareProps = {
  settings: Settings;
  predicted: Predicted;
  hinted: boolean;
  /** When it was predicted, in words. */
  when: string;
  arrived: boolean;
  /** What else the addresses of the lab carry, from "&" on. */
  query: string;
};
