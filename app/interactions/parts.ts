import { z } from "zod";

/** Something to choose, to place or to order: an id for marking, words for reading. */
export const Part = z.strictObject({ id: z.string().min(1), text: z.string().min(1, "The words are missing") });
export type Part = z.infer<typeof Part>;

/** A list of parts. Their ids differ, because marking compares ids and never words. */
export function parts(atLeast: number) {
  return z
    .array(Part)
    .min(atLeast, `At least ${atLeast} are needed`)
    .refine((list) => new Set(list.map((part) => part.id)).size === list.length, "Two of these have the same id");
}

/** An answer given piece by piece: only the answered pieces stand in it, at least one. */
export function answered<T extends z.ZodType>(value: T) {
  return z.record(z.string(), value).refine((all) => Object.keys(all).length > 0, "Nothing was answered");
}

/** The words behind an id; empty for an id that is not (or no longer) in the list. */
export function textOf(list: readonly Part[], id: string | undefined): string {
  return list.find((part) => part.id === id)?.text ?? "";
}
