import type { Person } from "~/access/rights";
import { type Settings, settingCode } from "~/lab/model";
import { labWords } from "~/lab/words";
import { listMyClasses } from "~/models/enrolment.server";
import { predictionsOf } from "~/models/lab-prediction.server";
import { findTerms, listEntries } from "~/models/ledger.server";
import { ownZone } from "~/models/own-zone.server";

/** What the lab says to this reader under these settings, apart from the run. */
export async function labPage(visitor: Person | null, settings: Settings) {
  const [kept, investigations, classes, terms, zone] = await Promise.all([
    predictionsOf(visitor),
    listEntries("investigation"),
    visitor ? listMyClasses(visitor) : [],
    labTerms(),
    visitor ? ownZone(visitor) : null,
  ]);
  return {
    kept,
    terms,
    zone,
    classes: classes.filter(({ role }) => role === "student").map(({ name }) => name),
    here: kept.find(({ code }) => code === settingCode(settings)) ?? null,
    investigations: investigations.map(({ id, title, question }) => ({ id, title, question })),
  };
}

/** What the words of the lab mean, those that the glossary has. */
export async function labTerms() {
  const found = await findTerms(Object.keys(labWords));
  return found.map(({ id, term, definition, also }) => ({ id, term, definition, also }));
}
