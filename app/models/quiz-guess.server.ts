import { inArray } from "drizzle-orm";
import { itemVersions } from "#drizzle/schema";
import { db } from "~/db.server";
import { guesserShare } from "~/interactions/guesser";
import { interactions } from "~/interactions/registry.server";

/** One place of a quiz: the wordings that it may ask, each as likely as the others, and the points it is worth. */
export type Guessed = { versions: string[]; weight: number };

/**
 * What somebody who knows nothing and fills in everything earns on average. What a person marks earns them nothing.
 * @returns points
 */
export async function guessedPoints(places: Guessed[]): Promise<number> {
  const known = await guessShares(places.flatMap(({ versions }) => versions));
  const mean = (ids: string[]) => ids.reduce((sum, id) => sum + (known.get(id) ?? 0), 0) / Math.max(1, ids.length);
  return places.reduce((sum, { versions, weight }) => sum + mean(versions) * weight, 0);
}

/** The same for each wording by itself, 0..1; null for what a person marks and for opinions. @param versions their ids */
export async function guessShares(versions: string[]): Promise<Map<string, number | null>> {
  await learn([...new Set(versions)].filter((id) => !shares.has(id)));
  return new Map(versions.map((id) => [id, shares.get(id) ?? null]));
}

/** A wording never changes, so neither does its share: counting it out once is enough. */
const shares = new Map<string, number | null>();

async function learn(ids: string[]): Promise<void> {
  const found = ids.length > 0 ? await db().select().from(itemVersions).where(inArray(itemVersions.id, ids)) : [];
  for (const { id, interaction, body, key } of found) {
    const type = interactions[interaction as keyof typeof interactions];
    shares.set(id, key === null ? null : guesserShare(type, type.body.parse(body), type.key.parse(key)));
  }
}
