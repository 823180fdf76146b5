import { z } from "zod";

export const Body = z.strictObject({ v: z.literal(1), unit: z.string() });
/** `common`: wrong answers that come up often and have feedback of their own. */
export const Key = z.strictObject({
  v: z.literal(1),
  value: z.number(),
  tolerance: z.number().min(0),
  common: z.array(z.number()),
});
export const longest = 100;
/** What was typed, not what it means: a reading rule may be mended later, a lost answer may not. */
export const Response = z.strictObject({ v: z.literal(1), text: z.string().min(1).max(longest) });

export type Body = z.infer<typeof Body>;
export type Key = z.infer<typeof Key>;
export type Response = z.infer<typeof Response>;
