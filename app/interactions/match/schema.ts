import { z } from "zod";
import { answered, parts } from "../parts";
import { PlacingRule } from "../placing";

/** `reuse`: a target may take several sources, as when sorting cards into bins. */
export const Body = z.strictObject({ v: z.literal(1), sources: parts(2), targets: parts(2), reuse: z.boolean() });
export const Key = z.strictObject({
  v: z.literal(1),
  pairs: z.record(z.string(), z.string()),
  rule: PlacingRule,
});
export const Response = z.strictObject({ v: z.literal(1), pairs: answered(z.string()) });

export type Body = z.infer<typeof Body>;
export type Key = z.infer<typeof Key>;
export type Response = z.infer<typeof Response>;
