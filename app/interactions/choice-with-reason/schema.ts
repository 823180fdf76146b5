import { z } from "zod";
import { parts } from "../parts";

/** The statement is the stem of the item; the body holds only the reasons offered for it. */
export const Body = z.strictObject({ v: z.literal(1), reasons: parts(2) });
/** Without a rule a right verdict alone earns a quarter. */
export const Key = z.strictObject({
  v: z.literal(1),
  truth: z.boolean("Say whether the statement is true"),
  reason: z.string("Say which reason is right"),
  rule: z.enum(["each-counts", "all-or-nothing"]).optional(),
});

/** The rules as authors choose them and students read them. */
export const rules = [
  ["", "Both right all points, true or false alone a quarter of them, the reason alone nothing"],
  ["each-counts", "Each part counts: true or false earns half, the reason earns half"],
  ["all-or-nothing", "All or nothing: points only when both are right"],
] as const;
/** Half an answer is kept too: null is a half that was not given. */
export const Response = z
  .strictObject({ v: z.literal(1), truth: z.boolean().nullable(), reason: z.string().nullable() })
  .refine((response) => response.truth !== null || response.reason !== null, "Nothing was answered");

export type Body = z.infer<typeof Body>;
export type Key = z.infer<typeof Key>;
export type Response = z.infer<typeof Response>;
