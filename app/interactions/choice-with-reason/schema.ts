import { z } from "zod";
import { parts } from "../parts";

/** The statement is the stem of the item; the body holds only the reasons offered for it. */
export const Body = z.strictObject({ v: z.literal(1), reasons: parts(2) });
export const Key = z.strictObject({ v: z.literal(1), truth: z.boolean(), reason: z.string() });
/** Half an answer is kept too: null is a half that was not given. */
export const Response = z
  .strictObject({ v: z.literal(1), truth: z.boolean().nullable(), reason: z.string().nullable() })
  .refine((response) => response.truth !== null || response.reason !== null, "Nothing was answered");

export type Body = z.infer<typeof Body>;
export type Key = z.infer<typeof Key>;
export type Response = z.infer<typeof Response>;
