import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { labPredictions } from "#drizzle/schema";
import type { Person } from "~/access/rights";
import { db, rows } from "~/db.server";
import { hitsOf, type Learns, learnable, type ObserverId, observers, type Settings, settingCode } from "~/lab/model";
import { idOnce } from "./once.server";

const Predicted = z.record(z.enum(observers.map(({ id }) => id)), z.enum(learnable));

/** What somebody committed to before a message ran, and where the lab stood then. */
export type NewPrediction = {
  settings: Settings;
  predicted: Record<ObserverId, Learns>;
  hinted: boolean;
  /** The block of a lesson; null on the lab's own page. */
  place: { lesson: string; block: string } | null;
  investigation: string | null;
};

/** A kept prediction. `hits`: how many of the seven were right. */
export type Prediction = {
  code: string;
  predicted: Record<ObserverId, Learns>;
  hits: number;
  hinted: boolean;
  at: Date;
};

/** The first and the newest prediction under one setting, and how many there are. */
export type Predictions = { code: string; times: number; first: Tried; newest: Tried };
type Tried = { hits: number; at: Date };

/**
 * Keeps a prediction beside the earlier ones; none is ever changed.
 * @param once from the form: sending the same form twice keeps it once
 */
export async function keepPrediction(
  person: Pick<Person, "id">,
  { settings, predicted, hinted, place, investigation }: NewPrediction,
  once?: string,
): Promise<void> {
  const row = {
    settings: settingCode(settings),
    predicted,
    hits: hitsOf(settings, predicted),
    hinted,
    lesson: place?.lesson ?? null,
    block: place?.block ?? null,
    investigation,
  };
  await db()
    .insert(labPredictions)
    .values({ id: idOnce(person, { once, ...row }), personId: person.id, ...row })
    .onConflictDoNothing();
}

/** The newest prediction of this person under these settings; null for a stranger, and before the first. */
export async function newestPrediction(
  person: Pick<Person, "id"> | null,
  settings: Settings,
): Promise<Prediction | null> {
  if (!person) return null;
  const code = settingCode(settings);
  const { predicted, hits, hinted, madeAt } = labPredictions;
  const [found] = await db()
    .select({ predicted, hits, hinted, at: madeAt })
    .from(labPredictions)
    .where(and(eq(labPredictions.personId, person.id), eq(labPredictions.settings, code)))
    .orderBy(desc(labPredictions.madeAt), desc(labPredictions.id))
    .limit(1);
  return found ? { ...found, code, predicted: Predicted.parse(found.predicted) } : null;
}

/** What this person predicted under each setting, the setting tried last first. */
export async function predictionsOf(person: Pick<Person, "id"> | null): Promise<Predictions[]> {
  if (!person) return [];
  const found = await rows<{ code: string; times: number; hits: number[]; first: string; newest: string }>(sql`
    select settings as code, count(*)::int as times, min(made_at)::text as first, max(made_at)::text as newest,
      array[(array_agg(hits order by made_at, id))[1], (array_agg(hits order by made_at desc, id desc))[1]]::int[] as hits
    from lab_predictions where person_id = ${person.id}::uuid group by settings order by max(made_at) desc`);
  return found.map(({ code, times, hits, first, newest }) => ({
    code,
    times,
    first: { hits: hits[0] ?? 0, at: new Date(first) },
    newest: { hits: hits[1] ?? 0, at: new Date(newest) },
  }));
}
