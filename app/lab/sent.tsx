import { SightPatterns } from "~/figures/sight";
import { Compare } from "./compare";
import { hitsWords } from "./hits-words";
import { Investigating } from "./investigation-list";
import { LeftOut } from "./left-out-list";
import { hitsOf, type Settings, settingsQuery } from "./model";
import type { Predicted } from "./prediction-form";
import { settingWords } from "./setting-words";
import { lastStop, TheWay } from "./way";
import { WordsOfTheLocks } from "./words";

/** The lab after a prediction: how it came out, the message on its way, and the comparison once it has arrived. */
export function Sent({ settings, predicted, hinted, when, at, query = "", lesson, investigation }: SentProps) {
  const to = (stop: number) => `/lab?${settingsQuery(settings)}&step=${Math.min(Math.max(stop, 0), lastStop)}${query}`;
  return (
    <div className="lab sent">
      <SightPatterns />
      <header className="stack">
        <h1>Follow a message</h1>
        {investigation ? <Investigating investigation={investigation} /> : null}
        <p>You sent it with these locks: {settingWords(settings)}.</p>
        <p className="btns">
          <a href={`/lab?${settingsQuery(settings)}${query}`}>Set other locks</a>
          {lesson ? <a href={lesson}>Back to the lesson</a> : null}
        </p>
      </header>
      <section className="yours" aria-labelledby="lab-hits">
        {/* biome-ignore lint/a11y/noAutofocus: the page came to say this, before the long way of the message. */}
        <h2 id="lab-hits" tabIndex={-1} autoFocus>
          {hitsWords(hitsOf(settings, predicted))}
        </h2>
        <p>
          Follow the message to see why, or <a href={`${to(lastStop)}#lab-compare`}>compare at once</a>.
        </p>
      </section>
      <TheWay settings={settings} at={at} to={to} />
      <WordsOfTheLocks />
      <Compare
        settings={settings}
        predicted={predicted}
        hinted={hinted}
        when={when}
        arrived={at === lastStop}
        query={query}
      />
      <LeftOut />
    </div>
  );
}

type SentProps = {
  settings: Settings;
  predicted: Predicted;
  hinted: boolean;
  /** When it was predicted, in words. */
  when: string;
  /** The stop that the message is at, 0 to `lastStop`. */
  at: number;
  /** What else the addresses of the lab carry, from "&" on. */
  query?: string;
  /** The section of a lesson that led here. */
  lesson?: string | undefined;
  /** The question that led here. */
  investigation?: { id: string; title: string; question: string } | null;
};
