import type { Person } from "~/access/rights";
import { type Settings, settingCode } from "~/lab/model";
import { predictionsOf } from "~/models/lab-prediction.server";
import { listEntries } from "~/models/ledger.server";

/** What the lab says to this reader under these settings, apart from the run. */
export async function labPage(visitor: Person | null, settings: Settings) {
  const [kept, investigations] = await Promise.all([predictionsOf(visitor), listEntries("investigation")]);
  return {
    kept,
    here: kept.find(({ code }) => code === settingCode(settings)) ?? null,
    investigations: investigations.map(({ id, title, question }) => ({ id, title, question })),
  };
}

/** "lesson/section" of an address or a form, if it has that shape. */
export function placeIn(from: unknown): string | undefined {
  return typeof from === "string" && /^[a-z0-9-]{1,80}\/[a-z0-9-]{1,80}$/.test(from) ? from : undefined;
}
