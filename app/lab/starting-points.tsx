import { type Settings, settingCode } from "./model";
import { presetOf, presets, sameSettings } from "./presets";
import { References } from "./references";
import { demandWords } from "./setting-words";
import { shows } from "./shown";

/**
 * The presets, and what the current one rests on. They are buttons of the form of the lab, so that what is chosen in its grid
 * comes along.
 */
export function StartingPoints({ settings }: { settings: Settings }) {
  const current = presetOf(settings);
  return (
    <section className="stack" aria-labelledby="lab-presets">
      <h3 id="lab-presets">Or start from a setting</h3>
      <ul className="presets">
        {presets.flatMap(({ id, title, variants }) =>
          variants.map((variant) => (
            <li key={id + settingCode(variant)}>
              <button
                {...shows}
                name="at"
                value={settingCode(variant)}
                aria-current={sameSettings(variant, settings) ? "true" : undefined}
              >
                {title}
                <span className="vh">, </span> <span className="with">{demandWords(variant)}</span>
              </button>
            </li>
          )),
        )}
      </ul>
      {current?.reading && <p className="small soft">{current.reading}</p>}
      {current && current.sources.length > 0 && (
        <p className="small soft">
          Sources of this setting: <References ids={current.sources} />
        </p>
      )}
    </section>
  );
}

/** What a preset shows: beside its results only, because it tells what is asked before. Nothing for other settings. */
export function WhatItShows({ settings }: { settings: Settings }) {
  const preset = presetOf(settings);
  return preset ? (
    <p>
      <b>{preset.title}.</b> {preset.point}
    </p>
  ) : null;
}
