import { moment } from "~/text";
import { type Settings, settingsOf, settingsQuery } from "./model";
import { presetOf } from "./presets";
import { settingWords } from "./setting-words";

type Tried = { hits: number; at: Date };
/** What somebody predicted under one setting: the first and the newest time. */
export type KeptPredictions = { code: string; times: number; first: Tried; newest: Tried };

/** Said above the switches when this setting was predicted before. */
export function KeptHere({
  kept,
  zone,
  from,
}: {
  kept: KeptPredictions;
  zone: string | null;
  from?: string | undefined;
}) {
  const settings = settingsOf(kept.code);
  if (!settings) return null;
  return (
    <p className="yours kept-here">
      You predicted this setting on {moment(kept.newest.at, zone)}: {kept.newest.hits} of 7 as it is.{" "}
      <a href={`/lab?${settingsQuery(settings)}&step=0${from ? `&from=${from}` : ""}`}>See it run again</a>
    </p>
  );
}

/** All settings that this person predicted, the newest first. */
export function KeptList({ kept, zone }: { kept: KeptPredictions[]; zone: string | null }) {
  return (
    <section className="stack" aria-labelledby="lab-kept">
      <h2 id="lab-kept">Your predictions</h2>
      {kept.length === 0 ? (
        <p className="soft">None yet. Each one you make is kept here, with what came of it.</p>
      ) : (
        <ul className="kept">
          {kept.map((one) => (
            <Kept key={one.code} kept={one} zone={zone} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Kept({ kept: { code, times, first, newest }, zone }: { kept: KeptPredictions; zone: string | null }) {
  const settings = settingsOf(code) as Settings;
  return (
    <li>
      <a href={`/lab?${settingsQuery(settings)}&step=11#lab-compare`}>
        {presetOf(settings)?.title ?? settingWords(settings)}
      </a>
      <span className="vh">: </span>
      <span className="num">
        {times > 1 ? `${first.hits} of 7 at first, ${newest.hits} of 7 now` : `${newest.hits} of 7`}
      </span>
      <span className="vh">, </span>
      <span className="small soft">
        {times > 1 ? `${times} times, the last on ` : ""}
        {moment(newest.at, zone)}
      </span>
    </li>
  );
}
