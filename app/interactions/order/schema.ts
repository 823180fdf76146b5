import { z } from "zod";
import { answered, parts } from "../parts";

export const Body = z.strictObject({ v: z.literal(1), steps: parts(2) });
export const Key = z.strictObject({ v: z.literal(1), order: z.array(z.string()).min(2) });
/** Half-filled and tied answers are kept too: nothing that was chosen may be lost. */
export const Response = z.strictObject({ v: z.literal(1), ranks: answered(z.int().min(1)) });

export type Body = z.infer<typeof Body>;
export type Key = z.infer<typeof Key>;
export type Response = z.infer<typeof Response>;
