import { NetworkFigure } from "~/figures/network-figure";
import { SightPatterns } from "~/figures/sight";
import { leftOut } from "./left-out";
import { learns, type Settings } from "./model";
import { References } from "./references";
import { Results } from "./results";
import { StartingPoints } from "./starting-points";
import { Switches } from "./switches";

/**
 * The follow-a-message lab as a plain page: switches, picture and table. Everything it shows follows from `settings`,
 * so picture and table always agree; without a script the page changes when Show is pressed.
 */
export function Lab({ settings }: { settings: Settings }) {
  return (
    <div className="lab">
      <SightPatterns />
      <header className="stack">
        <h1>Follow a message</h1>
        <p className="read">
          Ama sends Ben three words. Set the locks and see who can read “Meet&nbsp;at&nbsp;6” on the way.
        </p>
      </header>
      <div className="lab-set">
        <Switches settings={settings} />
        <StartingPoints settings={settings} />
      </div>
      <figure className="fig" aria-labelledby="lab-figure">
        <NetworkFigure id="lab-network" settings={settings} watched learns={learns(settings)} />
        <figcaption id="lab-figure">
          Hatching is sealed. Words stand where they can be read. A filled number learns content, an open number
          metadata, a tinted number nothing.
        </figcaption>
      </figure>
      <Results settings={settings} />
      <details>
        <summary>What this model leaves out</summary>
        <ol className="leaves">
          {leftOut.map(({ text, sources }) => (
            <li key={text}>
              {text} {sources.length > 0 && <References ids={sources} />}
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
