/** What decides when an attempt ends. Minutes and seconds are elapsed time, so a change of the clocks moves nothing. */
export type Clockwork = {
  startedAt: Date;
  /** Null: no time limit. */
  limitMinutes: number | null;
  /** The student's standing extra time, at least 1. */
  factor: number;
  /** When the assignment closes for this student. Null: never. */
  closesAt: Date | null;
  /** What a teacher added to this attempt, all together. */
  addedMinutes: number;
};

/**
 * "The deadline is min(start + limit x factor, close + limit x (factor - 1)). No limit: close. No close: start + limit x
 * factor. Neither: none. factor >= 1." Minutes that a teacher added come on top.
 *
 * So extra time also widens the closing time: who starts just before it closes has the part that extra time adds.
 * @returns null when nothing ends the attempt
 */
export function deadline({ startedAt, limitMinutes, factor, closesAt, addedMinutes }: Clockwork): Date | null {
  if (!(factor >= 1)) throw new RangeError(`A time factor of ${factor} would take time away.`);
  const limit = limitMinutes === null ? null : limitMinutes * minute;
  const ends = [
    limit === null ? null : startedAt.getTime() + limit * factor,
    closesAt === null ? null : closesAt.getTime() + (limit ?? 0) * (factor - 1),
  ].filter((end) => end !== null);
  return ends.length === 0 ? null : new Date(Math.round(Math.min(...ends) + addedMinutes * minute));
}

/** The later one of two deadlines; null, which is no deadline, is later than all. */
export function laterOf(one: Date | null, other: Date | null): Date | null {
  return one && other ? new Date(Math.max(one.getTime(), other.getTime())) : null;
}

/** The sooner one of two deadlines; null is no deadline. */
export function soonerOf(one: Date | null, other: Date | null): Date | null {
  return one && other ? new Date(Math.min(one.getTime(), other.getTime())) : (one ?? other);
}

/** The longer one of two limits in minutes; null is no limit. */
export const longerOf = (one: number | null, other: number | null) =>
  one === null || other === null ? null : Math.max(one, other);

const minute = 60_000;
