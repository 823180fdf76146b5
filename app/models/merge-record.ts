import { z } from "zod";

const At = z.array(z.object({ lesson: z.string(), section: z.string(), before: z.string().nullable() }));

/** What a merge moved, as it stood before, by which it is taken apart. */
export const Moved = z.object({
  v: z.literal(1),
  attempts: z.array(z.object({ id: z.string(), number: z.number(), state: z.string() })),
  /** What the one who stays got of the other's and did not have: groups, assignments given to them, exceptions. */
  groups: z.array(z.string()),
  targets: z.array(z.string()),
  overrides: z.array(z.string()),
  votes: z.array(z.string()),
  sessions: z.array(z.string()),
  /** Null where practice and lessons stayed with the one who went. */
  own: z
    .object({
      lessonAnswers: z.array(z.string()),
      // Merges of before there was a lab have none.
      labPredictions: z.array(z.string()).default([]),
      read: At,
      opened: At,
      cards: z.array(z.record(z.string(), z.unknown())),
      newCards: z.array(z.string()),
      answers: z.array(z.object({ id: z.string(), number: z.number() })),
    })
    .nullable(),
});
export type Moved = z.infer<typeof Moved>;
