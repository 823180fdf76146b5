import { z } from "zod";
import { parts } from "../parts";
import { PickingRule } from "../picking";

/** `max` is 1 for one answer (radio buttons), otherwise the number of options one may tick. */
export const Body = z.strictObject({ v: z.literal(1), options: parts(2), max: z.int().min(1) });
export const Key = z.strictObject({
  v: z.literal(1),
  right: z.array(z.string()).min(1, "Say which answer is right"),
  rule: PickingRule,
});
export const Response = z.strictObject({ v: z.literal(1), chosen: z.array(z.string()).min(1) });

export type Body = z.infer<typeof Body>;
export type Key = z.infer<typeof Key>;
export type Response = z.infer<typeof Response>;
