import { hitsWords } from "./hits-words";
import { journey, type Stop } from "./journey";
import type { Settings } from "./model";
import { settingWords } from "./setting-words";
import { lastStop, whereWords } from "./way";

type Shown = { settings: Settings; named: boolean; at: number; hits: number | null };

/**
 * The title of a page of the lab, so that a tab and a screen reader tell at once what was reached: the setting to predict, how
 * a prediction came out, or the stop on the way.
 * @param named whether the address says how the switches stand @param hits null before a prediction
 */
export function labTitle({ settings, named, at, hits }: Shown): string {
  if (hits === null) return named ? `Predict: ${settingWords(settings)} · The lab` : "Follow a message: the lab";
  if (at === 0 || at === lastStop) return `${hitsWords(hits)}: ${settingWords(settings)} · The lab`;
  return `${whereWords(journey(settings)[at] as Stop, at)} · The lab`;
}
