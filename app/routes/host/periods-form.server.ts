import { z } from "zod";
import { longest, type Periods } from "~/models/period";

const period = (most: number) =>
  z
    .string()
    .trim()
    .optional()
    .transform((typed) => (typed ? Number(typed) : null))
    .refine(
      (count) => count === null || (Number.isInteger(count) && count >= 1 && count <= most),
      `Type a whole number from 1 to ${most}, or nothing.`,
    );

/** The form that sets the periods; what is left empty is null. */
export const PeriodsForm = z.object({
  guestDays: period(longest.guestDays),
  classMonths: period(longest.classMonths),
  auditMonths: period(longest.auditMonths),
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
