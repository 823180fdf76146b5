import { z } from "zod";

export const Option = z.strictObject({ id: z.string().min(1), text: z.string().min(1) });

/** `max` is 1 for one answer (radio buttons), otherwise the number of options one may tick. */
export const Body = z.strictObject({ v: z.literal(1), options: z.array(Option).min(2), max: z.int().min(1) });
export const Key = z.strictObject({ v: z.literal(1), right: z.array(z.string()).min(1) });
export const Response = z.strictObject({ v: z.literal(1), chosen: z.array(z.string()).min(1) });

export type Body = z.infer<typeof Body>;
export type Key = z.infer<typeof Key>;
export type Response = z.infer<typeof Response>;
