import { z } from "zod";
import { normalise } from "./normalise";

export const Body = z.strictObject({ v: z.literal(1) });
const Words = z.string().min(1, "The words are missing");
/**
 * `near`: wrong answers that come up often and have feedback of their own. A star in either stands for any characters; see
 * `fits`. `capitals`: whether capital letters matter.
 */
export const Key = z.strictObject({
  v: z.literal(1),
  accepted: z
    .array(Words.refine((words) => normalise(words).replaceAll("*", "") !== "", "This would take any answer"))
    .min(1, "Write at least one right answer"),
  near: z.array(Words),
  capitals: z.literal(true).optional(),
});
/** The most characters of an answer that is compared: a longer one is kept, and is no short answer. */
export const longest = 2000;
export const Response = z.strictObject({ v: z.literal(1), text: z.string().min(1) });

export type Body = z.infer<typeof Body>;
export type Key = z.infer<typeof Key>;
export type Response = z.infer<typeof Response>;
