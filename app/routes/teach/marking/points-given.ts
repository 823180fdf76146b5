import { z } from "zod";

/** Points as a teacher types them, with a comma or a point. */
export const PointsGiven = z
  .string("Give the points.")
  .trim()
  .regex(/^\d{1,4}([.,]\d{1,2})?$/, "Give a number such as 3 or 2.5.")
  .transform((typed) => Number(typed.replace(",", ".")));
