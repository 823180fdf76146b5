import { z } from "zod";
import { longest, type Periods, shortest } from "~/models/period";

const period = (least: number, most: number) =>
  z
    .string()
    .trim()
    .optional()
    .transform((typed) => (typed ? Number(typed) : null))
    .refine(
      (count) => count === null || (Number.isInteger(count) && count >= least && count <= most),
      `Type a whole number from ${least} to ${most}, or nothing.`,
    );

/** The form that sets the periods; what is left empty is null. */
export const PeriodsForm = z.object({
  guestDays: period(shortest.guestDays, longest.guestDays),
  classMonths: period(shortest.classMonths, longest.classMonths),
  auditMonths: period(shortest.auditMonths, longest.auditMonths),
});

/** The periods that an address tries out; null where it names none, or none that could be set. */
export function periodsIn(search: URLSearchParams): Periods | null {
  if (![...search.keys()].some((name) => name in longest)) return null;
  return PeriodsForm.safeParse(Object.fromEntries(search)).data ?? null;
}

/** The periods as the fields of the form have them. */
export const asTyped = ({ guestDays, classMonths, auditMonths }: Periods) => ({
  guestDays: String(guestDays ?? ""),
  classMonths: String(classMonths ?? ""),
  auditMonths: String(auditMonths ?? ""),
});
