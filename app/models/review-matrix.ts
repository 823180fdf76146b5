import { z } from "zod";

/** What can be shown of a result: points; whether it is right; why and where to read; the right answer and its reason. */
export const aspects = ["marks", "correctness", "feedback", "key"] as const;
export type Aspect = (typeof aspects)[number];

/** With each check during the attempt, after handing in, after the due date, once it is closed for everybody, never. */
export const moments = ["now", "submit", "due", "close", "never"] as const;
export type When = (typeof moments)[number];

/** When each aspect is shown. Without checks during the attempt, "now" is as "submit". */
export type Matrix = Record<Aspect, When>;

/** Which aspects somebody may see at this moment. */
export type Shown = Record<Aspect, boolean>;

const all = (when: When): Matrix => ({ marks: when, correctness: when, feedback: when, key: when });
const each = (is: (aspect: Aspect) => boolean) =>
  Object.fromEntries(aspects.map((aspect) => [aspect, is(aspect)])) as Shown;

export const everything = each(() => true);
export const nothing = each(() => false);
export const anything = (shown: Shown) => aspects.some((aspect) => shown[aspect]);

/** The usual settings. Practice outside an assignment has the first one. */
export const presets = { practice: all("now"), homework: all("submit"), test: all("close") };
export type Preset = keyof typeof presets;

/** What shows nothing at any time. */
export const hidden = all("never");

/** The preset that a matrix is, or null when it is one of its own. */
export function presetOf(matrix: Matrix): Preset | null {
  const names = Object.keys(presets) as Preset[];
  return names.find((name) => aspects.every((aspect) => presets[name][aspect] === matrix[aspect])) ?? null;
}

/**
 * What a checked answer shows during the attempt: what the matrix shows now, and the key only once no try is left.
 * @param settled whether this was the last check of the question
 */
export function shownByCheck(matrix: Matrix, settled: boolean): Shown {
  return each((aspect) => matrix[aspect] === "now" && (aspect !== "key" || settled));
}

export const Matrix: z.ZodType<Matrix> = z.strictObject({
  marks: z.enum(moments),
  correctness: z.enum(moments),
  feedback: z.enum(moments),
  key: z.enum(moments),
});

/**
 * What several tries at one question earn: the best of them, each after the first with a part of its credit gone.
 * @param fractions 0..1 each, in the order of the tries
 * @param penalty 0..1, the share of the credit that each try after the first costs (Moodle's "interactive with multiple
 *   tries" takes the same share away; there the last try counts, here the best, so that trying on never costs what was earned)
 */
export function bestTry(fractions: number[], penalty: number): number {
  return Math.max(0, ...fractions.map((fraction, index) => fraction * Math.max(0, 1 - penalty * index)));
}
