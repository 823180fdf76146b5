import { Mark } from "~/components/mark";
import { NetworkFigure } from "~/figures/network-figure";
import { journey, type Stop } from "./journey";
import { type Learns, learns, learnsWords, observers, type Settings } from "./model";

/** The last stop of every message: after it the results are shown. */
export const lastStop = 11;

/** Seconds that Play may stay at a stop. Read aloud, a stop takes about ten. */
const paces = [3, 6, 12, 20];

/**
 * The message under way, at one stop. Each press is a page of its own; the script (go.ts) turns the presses into steps in
 * place and adds Play. `to` is the address of a stop; there the heading takes the focus, and says where the message is.
 */
export function TheWay({ settings, at, to }: { settings: Settings; at: number; to: (stop: number) => string }) {
  const stops = journey(settings);
  const here = stops[at] as Stop;
  const page = (stop: number) => `${to(stop)}#lab-run`;
  return (
    <section className="run" id="run" data-at={at} aria-labelledby="lab-run-name">
      <h2 id="lab-run" tabIndex={-1} aria-describedby="lab-now">
        <span id="lab-run-name">3. Follow it</span>{" "}
        <span className="vh" data-here>
          {whereWords(here, at)}
        </span>
      </h2>
      <figure className="fig" aria-labelledby="lab-figure">
        <NetworkFigure id="lab-network" settings={settings} watched learns={learns(settings)} run={{ stops, at }} />
      </figure>
      <div className="run-bar">
        <div className="now" role="status" id="lab-now">
          <StopWords stop={here} number={at + 1} of={stops.length} settings={settings} />
        </div>
        <nav className="btns" aria-label="The way of the message">
          <a className="btn go" data-go="1" href={at === lastStop ? "#lab-compare" : page(at + 1)}>
            {at === lastStop ? "Compare" : "Step"}
          </a>
          <button className="btn" type="button" data-play hidden>
            Play
          </button>
          <label className="pace small" data-pace hidden>
            <span className="words">Seconds at each stop</span>{" "}
            <select defaultValue={6}>
              {paces.map((seconds) => (
                <option key={seconds} value={seconds}>
                  {seconds} s
                </option>
              ))}
            </select>
          </label>
          <a className="btn" data-go="-1" href={page(at - 1)} hidden={at === 0}>
            Back
          </a>
          <a className="btn plain" data-go="0" href={page(0)} hidden={at === 0}>
            Start again
          </a>
          <a className="btn plain" data-go="end" href={`${to(lastStop)}#lab-compare`} hidden={at === lastStop}>
            To the end
          </a>
        </nav>
      </div>
      <p className="small soft" id="lab-figure">
        The locks are as you set them; hatching is what is locked. A number changes when the message has passed its
        observer: filled has learned content, ringed twice metadata, small and pale nothing. A plain ring has not been
        reached yet.
      </p>
      <details>
        <summary>The whole way as a list</summary>
        <ol className="way">
          {stops.map((stop, index) => (
            <li key={`${stop.leg} ${stop.node}`} data-stop={index} data-where={whereWords(stop, index)}>
              <StopWords stop={stop} number={index + 1} of={stops.length} settings={settings} />
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

/** Where the message is. @param at of the stop, from 0 */
export function whereWords(stop: Stop, at: number): string {
  return `Stop ${at + 1} of ${lastStop + 1}, ${stop.name}${stop.leg === "back" ? ", on the way to Ben" : ""}`;
}

const showsWords: Record<Learns, string> = {
  content: "open: the text can be read here",
  metadata: "text locked: only who, when and how much shows",
  nothing: "locked: nothing of this message shows",
};

function StopWords({ stop, number, of, settings }: { stop: Stop; number: number; of: number; settings: Settings }) {
  const learned = learns(settings);
  return (
    <>
      <p className="small soft">
        Stop {number} of {of}
        {stop.leg === "back" ? ", on the way to Ben" : ""}
      </p>
      <p className="stop-name">{stop.name}</p>
      <p className="says">
        <Mark name={stop.shows} />
        <strong>{showsWords[stop.shows]}</strong>
      </p>
      <p>{stop.says}</p>
      {observers
        .filter(({ id }) => stop.observers.includes(id))
        .map(({ id, name, number: own }) => (
          <p key={id} className="says looks">
            <span className="no">{own}</span>{" "}
            <span>
              {name} <b>{learnsWords[learned[id]]}</b>
            </span>
          </p>
        ))}
      {number === of ? <p>The message has arrived. What you predicted is compared below.</p> : null}
    </>
  );
}
