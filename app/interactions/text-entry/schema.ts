import { z } from "zod";

export const Body = z.strictObject({ v: z.literal(1) });
/** `near`: wrong answers that come up often and have feedback of their own. */
export const Key = z.strictObject({
  v: z.literal(1),
  accepted: z.array(z.string().min(1)).min(1),
  near: z.array(z.string().min(1)),
});
export const longest = 200;
export const Response = z.strictObject({ v: z.literal(1), text: z.string().min(1).max(longest) });

export type Body = z.infer<typeof Body>;
export type Key = z.infer<typeof Key>;
export type Response = z.infer<typeof Response>;
