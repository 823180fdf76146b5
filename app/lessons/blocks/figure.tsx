import { NetworkFigure } from "~/figures/network-figure";
import { contentCount, type Settings, settingsQuery } from "~/lab/model";

type Switches = {
  tls?: string;
  inter_dc?: string;
  at_rest?: string;
  e2e?: string;
  demand_served?: string;
  caption: string;
};

/** The network with these locks on. */
export function Figure({ number, caption, ...switches }: Switches & { number: number }) {
  return (
    <figure className="fig wide" aria-labelledby={`fig-${number}`}>
      <NetworkFigure id={`net-${number}`} settings={settings({ caption, ...switches })} />
      <figcaption id={`fig-${number}`}>
        <b>Figure {number}.</b> {caption} Hatching is sealed: nobody on that stretch can read it.
      </figcaption>
    </figure>
  );
}

/** The way into the lab, at these settings. */
export function LabLink(given: Switches) {
  const set = settings(given);
  return (
    <div className="go-on">
      <p>
        {given.caption}: {contentCount(set)} of 7 observers learn the content.
      </p>
      <p className="btns">
        <a className="btn" href={`/lab?${settingsQuery(set)}`}>
          Open this in the lab
        </a>
      </p>
    </div>
  );
}

function settings({ tls, inter_dc, at_rest, e2e, demand_served }: Switches): Settings {
  return {
    tls: tls === "1",
    inter_dc: inter_dc === "1",
    at_rest_provider_key: at_rest === "1",
    e2e: e2e === "1",
    demand_served: demand_served === "1",
  };
}
