import { z } from "zod";
import { controls, type Learns, learnable, type ObserverId, observers, readSettings, type Settings } from "./model";

/** Somebody's grid: what each observer would learn. */
export type Predicted = Record<ObserverId, Learns>;

/** What a refused prediction comes back with: the rows that were answered, and the hint if it was open. */
export type RefusedPrediction = { said: Partial<Predicted>; missing: ObserverId[]; hinted: boolean };

const Said = z.enum(learnable);

/** What was sent: a form, or the query of an address. */
export type Fields = { get(name: string): FormDataEntryValue | null };

/** The settings in the fields of a form. */
export function settingsIn(form: Fields): Settings {
  return readSettings(new URLSearchParams(controls.map((control) => [control, String(form.get(control) ?? "")])));
}

/** The rows of the grid that have an answer, out of the fields `predicted.<observer>`. */
export function saidIn(form: Fields): Partial<Predicted> {
  const said: Partial<Predicted> = {};
  for (const { id } of observers) {
    const one = Said.safeParse(form.get(`predicted.${id}`));
    if (one.success) said[id] = one.data;
  }
  return said;
}

/** A whole grid out of the fields `predicted.<observer>`, or which rows have no answer. */
export function readPrediction(
  form: Fields,
): { predicted: Predicted; hinted: boolean } | { refused: RefusedPrediction } {
  const hinted = form.get("hinted") === "1";
  const said = saidIn(form);
  const missing = observers.map(({ id }) => id).filter((id) => said[id] === undefined);
  return missing.length > 0 ? { refused: { said, missing, hinted } } : { predicted: said as Predicted, hinted };
}
