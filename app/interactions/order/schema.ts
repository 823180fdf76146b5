import { z } from "zod";
import { answered, parts } from "../parts";

export const Body = z.strictObject({ v: z.literal(1), steps: parts(2) });
/** Without a rule one swap of two neighbours earns half. */
export const Key = z.strictObject({
  v: z.literal(1),
  order: z.array(z.string()).min(2, "At least 2 are needed"),
  rule: z.enum(["each-counts", "all-or-nothing"]).optional(),
});

/** The rules as authors choose them and students read them. */
export const rules = [
  ["", "Right order all points, one swap of two neighbours away half of them"],
  ["each-counts", "Each step counts: every step in its place earns its part"],
  ["all-or-nothing", "All or nothing: points only for the right order"],
] as const;
/** Half-filled and tied answers are kept too: nothing that was chosen may be lost. */
export const Response = z.strictObject({ v: z.literal(1), ranks: answered(z.int().min(1)) });

export type Body = z.infer<typeof Body>;
export type Key = z.infer<typeof Key>;
export type Response = z.infer<typeof Response>;
