import { z } from "zod";
import { answered, parts } from "../parts";
import { marks } from "./pieces";

const Gap = z.strictObject({ id: z.string().min(1), options: parts(2) });

/** `text` holds one mark {id} for each gap; the gaps are listed as they come in it, which gives them their numbers. */
export const Body = z
  .strictObject({ v: z.literal(1), text: z.string().min(1), gaps: z.array(Gap).min(1) })
  .refine(({ text, gaps }) => {
    const inText = marks(text);
    const same = inText.length === gaps.length && gaps.every((gap, index) => gap.id === inText[index]);
    return same && new Set(inText).size === inText.length;
  }, "The gaps and the marks {id} in the text must be the same, once each and in the same order");
export const Key = z.strictObject({ v: z.literal(1), gaps: z.record(z.string(), z.string()) });
export const Response = z.strictObject({ v: z.literal(1), gaps: answered(z.string()) });

export type Body = z.infer<typeof Body>;
export type Key = z.infer<typeof Key>;
export type Response = z.infer<typeof Response>;
