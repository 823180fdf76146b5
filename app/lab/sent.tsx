import { SightPatterns } from "~/figures/sight";
import { Compare } from "./compare";
import { Investigating } from "./investigation-list";
import { LeftOut } from "./left-out-list";
import { type Settings, settingsQuery } from "./model";
import type { Predicted } from "./prediction-form";
import { Setting } from "./setting";
import { lastStop, TheWay } from "./way";

/** The lab after a prediction: the message on its way, and the comparison once it has arrived. */
export function Sent({ settings, predicted, hinted, when, at, query = "", lesson, investigation }: SentProps) {
  const to = (stop: number) =>
    `/lab?${settingsQuery(settings)}&step=${Math.min(Math.max(stop, 0), lastStop)}${query}${stop < lastStop ? "#run" : ""}`;
  return (
    <div className="lab sent">
      <SightPatterns />
      <header className="stack">
        <h1>Follow a message</h1>
        {investigation ? <Investigating investigation={investigation} /> : null}
        <Setting settings={settings} />
        <p className="btns">
          <a href={`/lab?${settingsQuery(settings)}${query}`}>Set other locks</a>
          {lesson ? <a href={lesson}>Back to the lesson</a> : null}
        </p>
      </header>
      <TheWay settings={settings} at={at} to={to} />
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
