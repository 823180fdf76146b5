import { choice } from "./choice";
import { choiceWithReason } from "./choice-with-reason";
import type { Interaction } from "./contract";
import { extendedText } from "./extended-text";
import { hotspot } from "./hotspot";
import { inlineChoice } from "./inline-choice";
import { labState } from "./lab-state";
import { match } from "./match";
import { numeric } from "./numeric";
import { observerGrid } from "./observer-grid";
import { order } from "./order";
import { textEntry } from "./text-entry";

const types = {
  choice,
  match,
  order,
  "choice-with-reason": choiceWithReason,
  "inline-choice": inlineChoice,
  numeric,
  "text-entry": textEntry,
  hotspot,
  "extended-text": extendedText,
  "observer-grid": observerGrid,
  "lab-state": labState,
};

/** The folder names of this room, and what an item's file says under `interaction`. */
export type InteractionName = keyof typeof types;

/** Every question type by the name that items use. Its drawing is in views.tsx. */
// biome-ignore lint/suspicious/noExplicitAny: each type keeps its own shapes; its schemas check what comes from outside.
export const interactions: Record<InteractionName, Interaction<any, any, any>> = types;

export const interactionNames = Object.keys(types) as InteractionName[];
