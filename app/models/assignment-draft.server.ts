import { z } from "zod";
import type { Counts } from "./counting";
import { momentOf } from "./wall-time.server";

/** An assignment as its teacher fills it in, dates as moments. */
export type AssignmentDraft = {
  title?: string | undefined;
  opensAt: Date | null;
  dueAt: Date | null;
  closesAt: Date | null;
  attemptsAllowed: number;
  reviewWhen: "after_submit" | "after_close";
  counts?: Counts | undefined;
  passPercent?: number | null | undefined;
};

/**
 * What the form of an assignment must say.
 * @param zone the zone of the class, in which its teacher means all dates
 */
export function assignmentDraft(zone: string) {
  return z
    .object({
      title: z.string().trim().max(120, "Use at most 120 characters.").optional(),
      opensAt: wall(zone),
      dueAt: wall(zone),
      closesAt: wall(zone),
      attemptsAllowed: z
        .number("Give a number from 1 to 20.")
        .int("Give a whole number.")
        .min(1, "Allow at least one attempt.")
        .max(20, "Allow at most 20 attempts."),
      counts: z.enum(["highest", "latest", "first", "average"], "Choose which attempt counts.").default("highest"),
      passPercent: z
        .number("Give a number from 1 to 100, or nothing.")
        .int("Give a whole number.")
        .min(1, "Give at least 1 percent.")
        .max(100, "Give at most 100 percent.")
        .optional()
        .transform((percent) => percent ?? null),
      reviewWhen: z.enum(["after_submit", "after_close"], "Choose when results are shown."),
    })
    .superRefine(({ opensAt, dueAt, closesAt, reviewWhen }, context) => {
      const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
      if (opensAt && dueAt && opensAt > dueAt) refuse("dueAt", "It is due before it opens.");
      if (dueAt && closesAt && dueAt > closesAt) refuse("closesAt", "It closes before it is due.");
      else if (opensAt && closesAt && opensAt >= closesAt) refuse("closesAt", "It closes before it opens.");
      if (reviewWhen === "after_close" && !closesAt)
        refuse("closesAt", "Results that are shown after it closes need a closing date.");
    });
}

function wall(zone: string) {
  return z
    .string()
    .optional()
    .transform((text, context) => {
      if (!text) return null;
      const at = momentOf(text, zone);
      if (at && (at.getUTCFullYear() < 2000 || at.getUTCFullYear() > 2100))
        context.addIssue({ code: "custom", message: "Give a year between 2000 and 2100." });
      if (!at) context.addIssue({ code: "custom", message: "Give a date and a time, such as 2026-11-19T10:55." });
      return at;
    });
}
