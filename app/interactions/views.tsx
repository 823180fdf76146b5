import { Editor as ChoiceEditor } from "./choice/editor";
import { Input as Choice } from "./choice/input";
import { Editor as ChoiceWithReasonEditor } from "./choice-with-reason/editor";
import { Input as ChoiceWithReason } from "./choice-with-reason/input";
import type { Editor, Input } from "./contract";
import { Editor as ExtendedTextEditor } from "./extended-text/editor";
import { Input as ExtendedText } from "./extended-text/input";
import { Editor as HotspotEditor } from "./hotspot/editor";
import { Input as Hotspot } from "./hotspot/input";
import { Editor as InlineChoiceEditor } from "./inline-choice/editor";
import { Input as InlineChoice } from "./inline-choice/input";
import { Editor as LabStateEditor } from "./lab-state/editor";
import { Input as LabState } from "./lab-state/input";
import { Editor as MatchEditor } from "./match/editor";
import { Input as Match } from "./match/input";
import { Editor as NumericEditor } from "./numeric/editor";
import { Input as Numeric } from "./numeric/input";
import { Editor as ObserverGridEditor } from "./observer-grid/editor";
import { Input as ObserverGrid } from "./observer-grid/input";
import { Editor as OrderEditor } from "./order/editor";
import { Input as Order } from "./order/input";
import type { InteractionName } from "./registry.server";
import { Editor as TextEntryEditor } from "./text-entry/editor";
import { Input as TextEntry } from "./text-entry/input";

/**
 * What draws each type: its controls for students, its fields for authors. Input gets bodies, never keys; Editor is for
 * people who may see the key.
 */
// biome-ignore lint/suspicious/noExplicitAny: as in registry.server.ts.
export const views: Record<InteractionName, { Input: Input<any, any>; Editor: Editor<any, any> }> = {
  choice: { Input: Choice, Editor: ChoiceEditor },
  match: { Input: Match, Editor: MatchEditor },
  order: { Input: Order, Editor: OrderEditor },
  "choice-with-reason": { Input: ChoiceWithReason, Editor: ChoiceWithReasonEditor },
  "inline-choice": { Input: InlineChoice, Editor: InlineChoiceEditor },
  numeric: { Input: Numeric, Editor: NumericEditor },
  "text-entry": { Input: TextEntry, Editor: TextEntryEditor },
  hotspot: { Input: Hotspot, Editor: HotspotEditor },
  "extended-text": { Input: ExtendedText, Editor: ExtendedTextEditor },
  "observer-grid": { Input: ObserverGrid, Editor: ObserverGridEditor },
  "lab-state": { Input: LabState, Editor: LabStateEditor },
};
