import { z } from "zod";
import type { Random } from "~/interactions/contract";
import { shuffled } from "~/interactions/shuffled";

const word = z.string().trim().min(1).max(100).optional();

/** What a place in a quiz draws its question by: whatever is given has to fit. */
export const Draw = z
  .strictObject({ v: z.literal(1), objective: word, interaction: word, difficulty: word, tag: word })
  .refine(({ v: _, ...by }) => Object.values(by).some((one) => one !== undefined), "Say what to draw by");
export type Draw = z.infer<typeof Draw>;

/**
 * Draws one item for each pool, none of them twice. When pools overlap, an item that only one of them has is left to it,
 * so that drawing fails only where no way of drawing exists (augmenting paths, Kuhn 1955).
 * @param pools the ids that each place may draw
 * @returns an id per pool; null for a pool for which none is left
 */
export function drawn(pools: string[][], random: Random): (string | null)[] {
  const orders = pools.map((pool) => shuffled([...new Set(pool)], random));
  const owner = new Map<string, number>();
  function find(place: number, tried: Set<string>): boolean {
    const order = orders[place] as string[];
    for (const id of [...order.filter((one) => !owner.has(one)), ...order.filter((one) => owner.has(one))]) {
      if (tried.has(id)) continue;
      tried.add(id);
      const other = owner.get(id);
      if (other !== undefined && !find(other, tried)) continue;
      owner.set(id, place);
      return true;
    }
    return false;
  }
  for (const place of shuffled([...pools.keys()], random)) find(place, new Set());
  const got = new Map([...owner].map(([id, place]) => [place, id]));
  return pools.map((_, place) => got.get(place) ?? null);
}
