import { z } from "zod";
import { parts } from "../parts";
import { PickingRule } from "../picking";

/** `targets` name places of the picture, in its order; `max` is 1 for one place, otherwise how many one may tick. */
export const Body = z.strictObject({
  v: z.literal(1),
  figure: z.enum(["D-L1", "D-L3"]),
  targets: parts(2),
  max: z.int().min(1),
});
export const Key = z.strictObject({
  v: z.literal(1),
  right: z.array(z.string()).min(1, "Say which place is right"),
  rule: PickingRule,
});
export const Response = z.strictObject({ v: z.literal(1), chosen: z.array(z.string()).min(1) });

export type Body = z.infer<typeof Body>;
export type Key = z.infer<typeof Key>;
export type Response = z.infer<typeof Response>;
