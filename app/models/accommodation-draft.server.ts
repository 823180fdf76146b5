import { z } from "zod";
import type { Accommodation } from "./accommodation.server";

/** The factors that most schools know; every other one from 1 to 4 can be typed. */
export const usualFactors = [1, 1.25, 1.5, 2];

/** What the form of a student's accommodation must say. With "own" the factor stands in its own field. */
export const accommodationDraft = z
  .object({
    factor: z.enum([...usualFactors.map(String), "own"], "Choose how much time."),
    ownFactor: z.string().trim().optional(),
    extraAttempts: z
      .number("Give a number from 0 to 20.")
      .int("Give a whole number.")
      .min(0, "Give 0 to 20 attempts.")
      .max(20, "Give at most 20 attempts."),
    noTimer: z.string().optional(),
    calm: z.string().optional(),
  })
  .superRefine((typed, context) => {
    const factor = chosenFactor(typed);
    if (!(factor >= 1 && factor <= 4))
      context.addIssue({ code: "custom", path: ["ownFactor"], message: "Give a number from 1 to 4, such as 1.75." });
  });

/** What the form says that a student always gets. */
export function accommodationOf(typed: z.infer<typeof accommodationDraft>): Accommodation {
  const { extraAttempts, noTimer, calm } = typed;
  return { timeFactor: chosenFactor(typed), extraAttempts, noTimer: noTimer !== undefined, calm: calm !== undefined };
}

/** NaN for what is no number with at most two decimals. */
function chosenFactor({ factor, ownFactor = "" }: { factor: string; ownFactor?: string | undefined }): number {
  if (factor !== "own") return Number(factor);
  return /^\d([.,]\d{1,2})?$/.test(ownFactor) ? Number(ownFactor.replace(",", ".")) : Number.NaN;
}
