import { z } from "zod";
import { controls, type Learns, learnable, type ObserverId, observers, readSettings, type Settings } from "./model";

/** Somebody's grid: what each observer would learn. */
export type Predicted = Record<ObserverId, Learns>;

/** What a refused prediction comes back with: the rows that were answered, and the hint if it was open. */
export type RefusedPrediction = { said: Partial<Predicted>; missing: ObserverId[]; hinted: boolean };

const Said = z.enum(learnable);

/** The settings in the hidden fields of a form. */
export function settingsIn(form: FormData): Settings {
  return readSettings(new URLSearchParams(controls.map((control) => [control, String(form.get(control) ?? "")])));
}

/** A whole grid out of the fields `predicted.<observer>`, or which rows have no answer. */
export function readPrediction(
  form: FormData,
): { predicted: Predicted; hinted: boolean } | { refused: RefusedPrediction } {
  const hinted = form.get("hinted") === "1";
  const said: Partial<Predicted> = {};
  for (const { id } of observers) said[id] = Said.safeParse(form.get(`predicted.${id}`)).data;
  const missing = observers.map(({ id }) => id).filter((id) => said[id] === undefined);
  return missing.length > 0 ? { refused: { said, missing, hinted } } : { predicted: said as Predicted, hinted };
}
