import { z } from "zod";

export const Body = z.strictObject({ v: z.literal(1), unit: z.string() });
/** `common`: wrong answers that come up often and have feedback of their own. */
export const Key = z.strictObject({
  v: z.literal(1),
  value: z.number("Write the right value as a number"),
  tolerance: z.number("Write a number, 0 for exactly this value").min(0, "Write 0 or more"),
  common: z
    .array(z.number("Write a number, or remove the row"))
    .refine((list) => new Set(list).size === list.length, "Two of these are the same number"),
});
/** What was typed, not what it means: a reading rule may be mended later, a lost answer may not. */
export const Response = z.strictObject({ v: z.literal(1), text: z.string().min(1) });

export type Body = z.infer<typeof Body>;
export type Key = z.infer<typeof Key>;
export type Response = z.infer<typeof Response>;
