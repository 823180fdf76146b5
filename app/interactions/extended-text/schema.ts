import { z } from "zod";

const Words = z
  .strictObject({
    min: z.int("Write a whole number").min(0, "Write 0 or more"),
    max: z.int("Write a whole number").min(1, "Write 1 or more"),
  })
  .refine(({ min, max }) => min <= max, "The most words are fewer than the fewest");

const Criterion = z.strictObject({
  points: z.number("Write a number of points").min(0, "Write 0 or more"),
  criterion: z.string().min(1, "Say what earns these points"),
});

/** `words` is advice to the writer; a longer or shorter answer is still an answer. */
export const Body = z.strictObject({ v: z.literal(1), words: Words });
/** For the teacher who marks: points per criterion, an answer as it could be, and what to watch for. */
export const Key = z.strictObject({
  v: z.literal(1),
  rubric: z.array(Criterion).min(1, "Say for what points are given"),
  model: z.string().regex(/\S/, "Write an answer as it could be"),
  note: z.string(),
});
export const Response = z.strictObject({ v: z.literal(1), text: z.string().regex(/\S/) });

export type Body = z.infer<typeof Body>;
export type Key = z.infer<typeof Key>;
export type Response = z.infer<typeof Response>;
