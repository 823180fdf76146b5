import { moment } from "~/text";
import { hitsWords } from "./hits-words";
import { type Settings, settingsOf, settingsQuery } from "./model";
import { presetOf } from "./presets";
import { demandWords, settingWords } from "./setting-words";

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
      You predicted this setting on {moment(kept.newest.at, zone)}: {hitsWords(kept.newest.hits)}.{" "}
      <a href={`/lab?${settingsQuery(settings)}&step=0${from ? `&from=${from}` : ""}`}>See it run again</a>
    </p>
  );
}

/** All settings that this person predicted, the newest first. @param query what the addresses of the lab carry, from "&" on */
export function KeptList({ kept, zone, query = "" }: { kept: KeptPredictions[]; zone: string | null; query?: string }) {
  return (
    <section className="stack" aria-labelledby="lab-kept">
      <h2 id="lab-kept">Your predictions</h2>
      {kept.length === 0 ? (
        <p className="soft">None yet. Each one you make is kept here, with what came of it.</p>
      ) : (
        <ul className="kept">
          {kept.map((one) => (
            <Kept key={one.code} kept={one} zone={zone} query={query} />
          ))}
        </ul>
      )}
    </section>
  );
}

type KeptProps = { kept: KeptPredictions; zone: string | null; query: string };

function Kept({ kept: { code, times, first, newest }, zone, query }: KeptProps) {
  const settings = settingsOf(code) as Settings;
  const preset = presetOf(settings);
  return (
    <li>
      <a href={`/lab?${settingsQuery(settings)}&step=11${query}#lab-compare`}>
        {preset ? `${preset.title}, ${demandWords(settings)}` : settingWords(settings)}
      </a>
      <span className="vh">: </span>
      <span className="num">
        {times > 1 ? `${first.hits} of 7 right at first, ${newest.hits} of 7 right now` : `${newest.hits} of 7 right`}
      </span>
      <span className="vh">, </span>
      <span className="small soft">
        {times > 1 ? `${times} times, the last on ` : ""}
        {moment(newest.at, zone)}
      </span>
    </li>
  );
}
