import { LanesFigure } from "~/figures/lanes-figure";
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

type Numbered = Switches & { name: "D-L1" | "D-L2" | "D-L3"; number: number };

/** A figure by its name: the network with these locks on, or the four lanes. */
export function Figure({ name, number, caption, ...switches }: Numbered) {
  return (
    <figure className="fig wide" aria-labelledby={`fig-${number}`}>
      {name === "D-L2" ? (
        <LanesFigure id={`lanes-${number}`} />
      ) : (
        <NetworkFigure id={`net-${number}`} settings={settings({ caption, ...switches })} flagged={name === "D-L3"} />
      )}
      <figcaption id={`fig-${number}`}>
        <b>Figure {number}.</b> {caption}
        {name === "D-L2" ? null : " Hatching is sealed: nobody on that stretch can read it."}
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
