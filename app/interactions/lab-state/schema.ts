import { z } from "zod";
import { controls } from "~/lab/model";
import { Learned, ObserverId, Settings } from "../lab";
import { answered } from "../parts";

/** `goal` says in words what is to hold; `switches` may be set, the others stay as in `start`. */
export const Body = z.strictObject({
  v: z.literal(1),
  start: Settings,
  switches: z
    .array(z.enum(controls))
    .min(1)
    .refine((list) => new Set(list).size === list.length, "A switch is offered once"),
  goal: z.string().trim().min(1),
});
/** What some observers shall learn. Any setting that does all of it is right. */
export const Key = z.strictObject({
  v: z.literal(1),
  conditions: z
    .partialRecord(ObserverId, Learned)
    .refine((all) => Object.keys(all).length > 0, "At least one observer has to learn something or nothing"),
});
/** The switches that were set, true for on. */
export const Response = z.strictObject({ v: z.literal(1), switches: answered(z.boolean()) });

export type Body = z.infer<typeof Body>;
export type Key = z.infer<typeof Key>;
export type Response = z.infer<typeof Response>;
