import { z } from "zod";
import { answered, parts } from "../parts";
import { PlacingRule } from "../placing";
import { marks } from "./pieces";

const Gap = z.strictObject({ id: z.string().min(1), options: parts(2) });

/** `text` holds one mark {id} for each gap; the gaps are listed as they come in it, which gives them their numbers. */
export const Body = z
  .strictObject({
    v: z.literal(1),
    text: z.string().min(1, "Write the text, with a mark such as {1} for each blank"),
    gaps: z.array(Gap).min(1, "The text needs at least one mark such as {1}"),
  })
  .refine(
    ({ text, gaps }) => {
      const inText = marks(text);
      const same = inText.length === gaps.length && gaps.every((gap, index) => gap.id === inText[index]);
      return same && inText.every((id) => !/\s/.test(id)) && new Set(inText).size === inText.length;
    },
    {
      message:
        "The gaps and the marks {id} in the text must be the same, once each, in the same order and without spaces",
      path: ["text"],
    },
  );
/** Without a rule each blank counts. */
export const Key = z.strictObject({
  v: z.literal(1),
  gaps: z.record(z.string(), z.string()),
  rule: PlacingRule.extract(["right-minus-wrong", "all-or-nothing"]).optional(),
});
export const Response = z.strictObject({ v: z.literal(1), gaps: answered(z.string()) });

export type Body = z.infer<typeof Body>;
export type Key = z.infer<typeof Key>;
export type Response = z.infer<typeof Response>;
