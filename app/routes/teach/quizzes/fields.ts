import { z } from "zod";

/** The title of a quiz. */
export const Title = z
  .string("Give the quiz a title.")
  .trim()
  .min(1, "Give the quiz a title.")
  .max(120, "Use at most 120 characters.");

/** A text in Markdown that may be left empty. */
export const Markdown = z
  .string()
  .max(20_000, "Use at most 20,000 characters.")
  .optional()
  .transform((text) => (text ?? "").replaceAll("\r\n", "\n"));

/** The state of the quiz that the page was drawn with. */
export const Seen = z.string().max(40).default("");
