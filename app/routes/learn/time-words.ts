import type { Phase } from "~/access/rights";
import { extraTime, minutes, moment } from "~/text";

/** Why nothing can be started: half of a quiz would not be fair to anybody. */
export const notReady =
  "This quiz cannot be started yet: it has no questions, or it draws some at random and there are too few to draw from. Its teacher has to mend it; please tell them.";

type Mine = { zone: string; timeFactor: number; limitMinutes: number | null };

/** The time limit of one student before they start; `ends` is when an attempt that starts now would end. */
export function timeLimit({
  limitMinutes,
  timeFactor,
  zone,
  ends,
  closesAt,
  mayStart,
}: Mine & { limitMinutes: number; ends: Date | null; closesAt: Date | null; mayStart: boolean }): string {
  const limit = `${minutes(limitMinutes)} from when you start`;
  const own =
    timeFactor === 1 ? limit : `${limit}; you have ${extraTime(timeFactor)}: ${minutes(limitMinutes * timeFactor)}`;
  return closesAt && ends && mayStart ? `${own}. Started now, it ends ${moment(ends, zone)} at the latest` : own;
}

/** When it closes for one student. Who has extra time may go on a while with what was started before. */
export function closing({ closesAt, phase, zone, timeFactor, limitMinutes }: Mine & { closesAt: Date; phase: Phase }) {
  if (phase === "closed") return `Closed ${moment(closesAt, zone)}`;
  const closes = `Closes ${moment(closesAt, zone)}`;
  return limitMinutes && timeFactor > 1
    ? `${closes}. Start before then; what your extra time adds may lie after it`
    : `${closes}. What you have answered by then is handed in by itself`;
}
