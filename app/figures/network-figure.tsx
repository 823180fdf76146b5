import type { Learns, ObserverId, Settings } from "~/lab/model";
import { networkAlt } from "./network/alt";
import type { Drawing, Pin, Run } from "./network/drawing";
import { Flat } from "./network/flat";
import { Tall } from "./network/tall";

type NetworkFigureProps = {
  /** Unique on the page; every id inside begins with it. */
  id: string;
  settings?: Settings;
  /** Shows the way only: locks, words, hatching and observers are not in the markup at all, so that it answers nothing. */
  question?: boolean;
  /** Shows where the seven observers stand; with `learns` also what each of them learns. */
  watched?: boolean;
  learns?: Record<ObserverId, Learns>;
  /** Marks the three collection points of diagram D-L3. A question never shows them: they would be the answer. */
  flagged?: boolean;
  /** What the reader placed on it; shown in a question only. */
  pins?: Pin[];
  /** Before it runs: locks are shown, and what can be read where is not. */
  unsent?: boolean;
  /** The message on its way; the words of the places give way to it. */
  run?: Run;
  /** The text alternative, where a better one is known than the figure's own. */
  title?: string;
};

/**
 * The way of a message (diagram D-L1 of brief part 2), drawn twice: flat for wide places, tall for narrow ones; CSS
 * shows one of them. Needs an ancestor with the class `fig`, which is the container that is measured.
 * The settings are classes and not style, because the content security policy forbids style attributes.
 */
export function NetworkFigure({ id, settings, question = false, title, ...shown }: NetworkFigureProps) {
  const { watched = false, flagged = false, pins = [], learns, run, unsent = false } = shown;
  const alt = title ?? networkAlt({ settings, question, watched, flagged, hops: !unsent && !run, pins });
  const told = !question;
  const drawing: Drawing = {
    id,
    alt,
    told,
    watched: watched && told,
    flagged: flagged && told,
    pins: question ? pins : [],
    learns,
    run,
  };
  const kind = ["net", flagged && "flagged", unsent && "unsent", run && "running"].filter(Boolean).join(" ");
  return (
    <div className={question ? "net question" : `${kind} ${stateClasses(settings)}`}>
      <Flat {...drawing} />
      <Tall {...drawing} />
    </div>
  );
}

function stateClasses(settings?: Settings): string {
  const digit = (on?: boolean) => (on ? 1 : 0);
  return [
    `tls-${digit(settings?.tls)}`,
    `inter-${digit(settings?.inter_dc)}`,
    `rest-${digit(settings?.at_rest_provider_key)}`,
    `e2e-${digit(settings?.e2e)}`,
  ].join(" ");
}
