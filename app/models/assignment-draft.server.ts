import { z } from "zod";
import type { Audience } from "./audience.server";
import type { Counts } from "./counting";
import { type Matrix, moments, presets, type When } from "./review-matrix";
import { momentOf } from "./wall-time.server";

/** An assignment as its teacher fills it in, dates as moments. What is left out stays as it was, or is the usual. */
export type AssignmentDraft = {
  title?: string | undefined;
  opensAt: Date | null;
  dueAt: Date | null;
  closesAt: Date | null;
  attemptsAllowed: number;
  /** When each aspect of a result is shown; left out, after handing in. */
  marksWhen?: When | undefined;
  correctnessWhen?: When | undefined;
  feedbackWhen?: When | undefined;
  keyWhen?: When | undefined;
  /** How often an answer may be checked during the attempt; null: not at all. */
  tries?: number | null | undefined;
  /** 0..1, what each check after the first costs. */
  tryPenalty?: number | undefined;
  asksConfidence?: boolean | undefined;
  /** Null: no limit. */
  limitMinutes?: number | null | undefined;
  graceSeconds?: number | undefined;
  /** Whether work between due and close counts, as late. If not, it closes when it is due. */
  lateAllowed?: boolean | undefined;
  counts?: Counts | undefined;
  passPercent?: number | null | undefined;
  /** Whether the quiz of a unit opens when its lesson is finished. */
  lessonFirst?: boolean | undefined;
  /** Whether a section's checks must be answered before the next section opens. */
  checksRequired?: boolean | undefined;
  /** What students type to start; null: nothing. */
  password?: string | null | undefined;
  /** What must be handed in before, and from how many percent of its points. */
  afterId?: string | null | undefined;
  afterPercent?: number | null | undefined;
  /** Left out, it stays with whom it is; a new one is for everybody. */
  audience?: Audience | undefined;
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
      attemptsAllowed: attempts,
      counts: z.enum(["highest", "latest", "first", "average"], "Choose which attempt counts.").default("highest"),
      passPercent: z
        .number("Give a number from 1 to 100, or nothing.")
        .int("Give a whole number.")
        .min(1, "Give at least 1 percent.")
        .max(100, "Give at most 100 percent.")
        .optional()
        .transform((percent) => percent ?? null),
      preset: z.enum(["practice", "homework", "test", "own"], "Choose what students see of their results."),
      marksWhen: z.enum(moments).default("submit"),
      correctnessWhen: z.enum(moments).default("submit"),
      feedbackWhen: z.enum(moments).default("submit"),
      keyWhen: z.enum(moments).default("submit"),
      tries: z.enum(["", "1", "2", "3", "4", "5"], "Choose how often an answer may be checked.").default(""),
      penaltyPercent: z
        .number("Give a number from 0 to 100.")
        .int("Give a whole number.")
        .min(0, "Give 0 to 100 percent.")
        .max(100, "Give 0 to 100 percent.")
        .default(0),
      asksConfidence: z.string().optional(),
      limitMinutes: minutes.nullish().transform((given) => given ?? null),
      graceSeconds: z
        .number("Give a number from 0 to 300.")
        .int("Give a whole number.")
        .min(0, "Give 0 to 300 seconds.")
        .max(300, "Give at most 300 seconds.")
        .optional(),
      lateAllowed: z
        .enum(["yes", "no"], "Choose what happens to late work.")
        .optional()
        .transform((given) => (given === undefined ? undefined : given === "yes")),
      lessonFirst: z.string().optional(),
      checksRequired: z.string().optional(),
      password: z.string().trim().max(60, "Use at most 60 characters.").optional(),
      afterId: z.uuid("Choose from the list.").optional(),
      afterPercent: z
        .number("Give a number from 1 to 100, or nothing.")
        .int("Give a whole number.")
        .min(1, "Give at least 1 percent.")
        .max(100, "Give at most 100 percent.")
        .optional(),
    })
    .superRefine(({ opensAt, dueAt, closesAt, ...rest }, context) => {
      const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
      for (const [path, message] of Object.entries(disorder({ opensAt, dueAt, closesAt }))) refuse(path, message);
      if (rest.afterPercent !== undefined && rest.afterId === undefined)
        refuse("afterId", "Choose what the percentage is of.");
      const whens = Object.values(whensOf(rest));
      if (whens.includes("close") && !closesAt)
        refuse("closesAt", "Results that are shown after it closes need a closing date.");
      if (whens.includes("due") && !dueAt)
        refuse("dueAt", "Results that are shown after the due date need a due date.");
    });
}

type Form = z.infer<ReturnType<typeof assignmentDraft>>;

/** What was filled in, as an assignment: a preset stands for four settings. */
export function draftOf({
  preset,
  tries,
  penaltyPercent,
  asksConfidence,
  lessonFirst,
  checksRequired,
  ...form
}: Form): AssignmentDraft {
  return {
    ...form,
    ...whensOf({ preset, ...form }),
    lessonFirst: lessonFirst !== undefined,
    checksRequired: checksRequired !== undefined,
    password: form.password || null,
    afterId: form.afterId ?? null,
    afterPercent: form.afterPercent ?? null,
    tries: tries === "" ? null : Number(tries),
    tryPenalty: penaltyPercent / 100,
    asksConfidence: asksConfidence !== undefined,
  };
}

/** A draft without the rules that need a lesson or a quiz which is not given. */
export function fitting(
  draft: AssignmentDraft,
  given: { quiz: string | null; lesson: string | null },
): AssignmentDraft {
  const lessonFirst = draft.lessonFirst === true && given.quiz !== null && given.lesson !== null;
  return { ...draft, lessonFirst, checksRequired: draft.checksRequired === true && given.lesson !== null };
}

/** A matrix as the columns of an assignment. */
export function columnsOf({ marks, correctness, feedback, key }: Matrix) {
  return { marksWhen: marks, correctnessWhen: correctness, feedbackWhen: feedback, keyWhen: key };
}

function whensOf({
  preset,
  marksWhen,
  correctnessWhen,
  feedbackWhen,
  keyWhen,
}: Pick<Form, "preset" | "marksWhen" | "correctnessWhen" | "feedbackWhen" | "keyWhen">) {
  return preset === "own" ? { marksWhen, correctnessWhen, feedbackWhen, keyWhen } : columnsOf(presets[preset]);
}

/** What the form of an exception must say. An empty field is as for everybody. */
export function overrideDraft(zone: string) {
  return z
    .object({
      opensAt: wall(zone),
      dueAt: wall(zone),
      closesAt: wall(zone),
      attemptsAllowed: attempts.nullish().transform((given) => given ?? null),
      limitMinutes: minutes.nullish().transform((given) => given ?? null),
      spoken: z.string().trim().max(100, "Use at most 100 characters.").optional(),
      noPassword: z.string().optional(),
    })
    .superRefine(({ spoken, noPassword }, context) => {
      const message = "Give a password, or tick below that none is needed.";
      if (spoken && noPassword) context.addIssue({ code: "custom", path: ["spoken"], message });
    });
}

type Dates = { opensAt: Date | null; dueAt: Date | null; closesAt: Date | null };

/** What is wrong with the order of dates, said at the field that comes too early. */
export function disorder({ opensAt, dueAt, closesAt }: Dates): Partial<Record<keyof Dates, string>> {
  const late = opensAt && dueAt && opensAt > dueAt ? { dueAt: "It is due before it opens." } : {};
  if (dueAt && closesAt && dueAt > closesAt) return { ...late, closesAt: "It closes before it is due." };
  return opensAt && closesAt && opensAt >= closesAt ? { ...late, closesAt: "It closes before it opens." } : late;
}

const attempts = z
  .number("Give a number from 1 to 20.")
  .int("Give a whole number.")
  .min(1, "Allow at least one attempt.")
  .max(20, "Allow at most 20 attempts.");

const minutes = z
  .number("Give a number of minutes, or leave it empty.")
  .int("Give whole minutes.")
  .min(1, "Give at least one minute.")
  .max(1440, "Give at most 1440 minutes, which is a day.");

/** Whether a date is one that somebody means: anything else was mistyped. */
export const isInReach = (at: Date) => at.getUTCFullYear() >= 2000 && at.getUTCFullYear() <= 2100;
export const outOfReach = "Give a year between 2000 and 2100.";

function wall(zone: string) {
  return z
    .string()
    .optional()
    .transform((text, context) => {
      if (!text) return null;
      const at = momentOf(text, zone);
      if (at && !isInReach(at)) context.addIssue({ code: "custom", message: outOfReach });
      if (!at) context.addIssue({ code: "custom", message: "Give a date and a time, such as 2026-11-19T10:55." });
      return at;
    });
}
