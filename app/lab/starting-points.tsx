import { type Settings, settingsQuery } from "./model";
import { presetOf, presets, sameSettings } from "./presets";
import { References } from "./references";

/** Links to the presets, and what the current one rests on. */
export function StartingPoints({ settings }: { settings: Settings }) {
  const current = presetOf(settings);
  return (
    <section className="stack" aria-labelledby="lab-presets">
      <h3 id="lab-presets">Or start from a setting</h3>
      <ul className="presets">
        {presets.flatMap(({ id, title, variants }) =>
          variants.map((variant) => (
            <li key={id + settingsQuery(variant)}>
              <a
                href={`/lab?${settingsQuery(variant)}#predict`}
                aria-current={sameSettings(variant, settings) ? "true" : undefined}
              >
                {title}
                <span className="vh">, </span>{" "}
                <span className="with">{variant.demand_served ? "with a demand served" : "no demand served"}</span>
              </a>
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
