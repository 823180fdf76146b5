import { markBlanks } from "./blanks";
import { markByHand } from "./by-hand";
import { markGrid } from "./grid";
import { markLabState } from "./lab-state";
import { markNumber } from "./number";
import { markOrdering } from "./ordering";
import { markPairs } from "./pairs";
import { fieldsOf, type Json, type MarkedItem } from "./reading";
import { markSelection } from "./selection";
import { markTruth } from "./truth";
import { markWords } from "./words";

/**
 * A second marker, written from the published scoring rules alone; it shares nothing with the app's.
 * @param response JSON as the answer log holds it; null for a cleared answer
 * @returns 0..1, or null when a teacher has to mark it
 */
export function mark({ interaction, body, key }: MarkedItem, response: Json): number | null {
  // JSON in the database says by which version of its shape it is read; without one it is no answer.
  if (fieldsOf(response).v !== 1) return 0;
  switch (interaction) {
    case "choice":
      return markSelection(fieldsOf(body).options, body, key, response);
    case "hotspot":
      return markSelection(fieldsOf(body).targets, body, key, response);
    case "match":
      return markPairs(key, response);
    case "order":
      return markOrdering(key, response);
    case "choice-with-reason":
      return markTruth(key, response);
    case "inline-choice":
      return markBlanks(key, response);
    case "numeric":
      return markNumber(body, key, response);
    case "text-entry":
      return markWords(key, response);
    case "observer-grid":
      return markGrid(key, response);
    case "lab-state":
      return markLabState(body, key, response);
    case "extended-text":
      return markByHand(response);
    default:
      throw new Error(`There is no rule for ${interaction}`);
  }
}
