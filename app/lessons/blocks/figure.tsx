import { LanesFigure } from "~/figures/lanes-figure";
import { NetworkFigure } from "~/figures/network-figure";
import { type Switches, settingsAt } from "../switches";

type Numbered = Switches & { caption: string; name: "D-L1" | "D-L2" | "D-L3"; number: number };

/** A figure by its name: the network with these locks on, or the four lanes. */
export function Figure({ name, number, caption, ...switches }: Numbered) {
  return (
    <figure className="fig wide" aria-labelledby={`fig-${number}`}>
      {name === "D-L2" ? (
        <LanesFigure id={`lanes-${number}`} />
      ) : (
        <NetworkFigure id={`net-${number}`} settings={settingsAt(switches)} flagged={name === "D-L3"} />
      )}
      <figcaption id={`fig-${number}`}>
        <b>Figure {number}.</b> {caption}
        {name === "D-L2" ? null : " Hatching is what is locked: nobody on that stretch can read it."}
      </figcaption>
    </figure>
  );
}
