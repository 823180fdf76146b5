import { z } from "zod";
import { Learned, ObserverId, Settings } from "../lab";
import { answered } from "../parts";
import { PlacingRule } from "../placing";

/** `setting` is how the lab's switches stand; without it the question itself says what the case is. */
export const Body = z.strictObject({
  v: z.literal(1),
  setting: Settings.optional(),
  rows: z
    .array(ObserverId)
    .min(2)
    .refine((rows) => new Set(rows).size === rows.length, "An observer has one row"),
});
/** What each observer of the rows learns. */
export const Key = z.strictObject({
  v: z.literal(1),
  cells: z.partialRecord(ObserverId, Learned),
  rule: PlacingRule,
});
export const Response = z.strictObject({ v: z.literal(1), cells: answered(Learned) });

export type Body = z.infer<typeof Body>;
export type Key = z.infer<typeof Key>;
export type Response = z.infer<typeof Response>;
