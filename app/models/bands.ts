import { z } from "zod";

/** What is said about a whole result, by the share of its points that was reached. No band is called a failure. */
export const Bands = z.strictObject({
  v: z.literal(1),
  bands: z.array(z.strictObject({ from: z.number().min(0).max(1), text: z.string().trim().min(1).max(2000) })).max(10),
});
export type Bands = z.infer<typeof Bands>;

/**
 * The text of the highest band that a result reaches. A share is compared to four decimals, as scores are kept, so that
 * two points of three reach a band from 2/3.
 * @param stored a quiz's bands as the database holds them
 * @returns null without bands, without points, or below all of them
 */
export function bandReached(stored: unknown, score: number, most: number): string | null {
  if (most <= 0) return null;
  const reached = (Bands.safeParse(stored).data?.bands ?? []).filter(({ from }) => score / most >= from - 1e-4);
  return (
    reached.reduce<Bands["bands"][number] | null>((top, one) => (top && top.from >= one.from ? top : one), null)
      ?.text ?? null
  );
}
