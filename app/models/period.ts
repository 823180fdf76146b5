/** How long what is kept. Null: until somebody removes it. */
export type Periods = {
  /** A guest who was not here for so many days. */
  guestDays: number | null;
  /** Students whose classes are all over for so many months. */
  classMonths: number | null;
  /** A line of who looked at or changed what, after so many months. */
  auditMonths: number | null;
};

/**
 * What holds until a host sets something else. A guest has no other way in than a cookie that opens nothing after 30 days
 * without a visit. Students go only when somebody decided so.
 */
export const usualPeriods: Periods = { guestDays: 30, classMonths: null, auditMonths: 24 };

/** What may be set: the same upper bounds stand in the database. */
export const longest: Record<keyof Periods, number> = { guestDays: 365, classMonths: 120, auditMonths: 120 };
/** A class of which nothing is heard through the summer holidays is not over: half a year at least. */
export const shortest: Record<keyof Periods, number> = { guestDays: 1, classMonths: 6, auditMonths: 1 };
