import { Editor as ChoiceEditor } from "./choice/editor";
import { Input as Choice } from "./choice/input";
import { Input as ChoiceWithReason } from "./choice-with-reason/input";
import type { Editor, Input } from "./contract";
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
import { Editor as Unwritten } from "./unwritten";

/**
 * What draws each type: its controls for students, its fields for authors. Input gets bodies, never keys; Editor is for
 * people who may see the key.
 */
// biome-ignore lint/suspicious/noExplicitAny: as in registry.server.ts.
export const views: Record<InteractionName, { Input: Input<any, any>; Editor: Editor<any, any> }> = {
  choice: { Input: Choice, Editor: ChoiceEditor },
  match: { Input: Match, Editor: Unwritten },
  order: { Input: Order, Editor: Unwritten },
  "choice-with-reason": { Input: ChoiceWithReason, Editor: Unwritten },
  "inline-choice": { Input: InlineChoice, Editor: Unwritten },
  numeric: { Input: Numeric, Editor: Unwritten },
  "text-entry": { Input: TextEntry, Editor: Unwritten },
  hotspot: { Input: Hotspot, Editor: Unwritten },
  "extended-text": { Input: ExtendedText, Editor: Unwritten },
  "observer-grid": { Input: ObserverGrid, Editor: Unwritten },
  "lab-state": { Input: LabState, Editor: Unwritten },
};
