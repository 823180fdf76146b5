import { Input as Choice } from "./choice/input";
import { Input as ChoiceWithReason } from "./choice-with-reason/input";
import type { Input } from "./contract";
import { Input as ExtendedText } from "./extended-text/input";
import { Input as Hotspot } from "./hotspot/input";
import { Input as InlineChoice } from "./inline-choice/input";
import { Input as LabState } from "./lab-state/input";
import { Input as Match } from "./match/input";
import { Input as Numeric } from "./numeric/input";
import { Input as ObserverGrid } from "./observer-grid/input";
import { Input as Order } from "./order/input";
import type { InteractionName } from "./registry.server";
import { Input as TextEntry } from "./text-entry/input";

/** What draws the controls of each type: the public half of the registry. It gets bodies, never keys. */
// biome-ignore lint/suspicious/noExplicitAny: as in registry.server.ts.
export const Inputs: Record<InteractionName, Input<any, any>> = {
  choice: Choice,
  match: Match,
  order: Order,
  "choice-with-reason": ChoiceWithReason,
  "inline-choice": InlineChoice,
  numeric: Numeric,
  "text-entry": TextEntry,
  hotspot: Hotspot,
  "extended-text": ExtendedText,
  "observer-grid": ObserverGrid,
  "lab-state": LabState,
};
