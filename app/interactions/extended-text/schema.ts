import { z } from "zod";

const Words = z
  .strictObject({ min: z.int().min(0), max: z.int().min(1) })
  .refine(({ min, max }) => min <= max, "The most words are fewer than the fewest");

/** `words` is advice to the writer; a longer or shorter answer is still an answer. */
export const Body = z.strictObject({ v: z.literal(1), words: Words });
/** For the teacher who marks: points per criterion, an answer as it could be, and what to watch for. */
export const Key = z.strictObject({
  v: z.literal(1),
  rubric: z.array(z.strictObject({ points: z.number().min(0), criterion: z.string().min(1) })).min(1),
  model: z.string().regex(/\S/),
  note: z.string(),
});
export const longest = 20_000;
export const Response = z.strictObject({ v: z.literal(1), text: z.string().max(longest).regex(/\S/) });

export type Body = z.infer<typeof Body>;
export type Key = z.infer<typeof Key>;
export type Response = z.infer<typeof Response>;
