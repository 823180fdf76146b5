import type { Phase } from "~/access/rights";

/** What an assignment is to one student. "late": still open, past the due date, nothing handed in. */
export type MyState = "not open yet" | "open" | "in progress" | "handed in" | "late" | "missing";

/** Where something stands on a student's list. "done" is also what closed with nothing handed in. */
export type TodoGroup = "now" | "overdue" | "coming" | "done";

type Standing = {
  state: MyState;
  phase: Phase;
  attemptsUsed: number;
  opensAt: Date | null;
  dueAt: Date | null;
  closesAt: Date | null;
  obstacle: unknown;
  reading: { read: number } | null;
};

/** In which part of the list it stands. What waits for something else comes later, however open it is. */
export function groupOf({ state, phase, obstacle }: Standing): TodoGroup {
  if (state === "handed in" || state === "missing") return "done";
  if (state === "not open yet") return "coming";
  if (obstacle && state !== "in progress") return "coming";
  return state === "late" || phase === "overdue" ? "overdue" : "now";
}

/** What a student is reminded of on the screen: that it opens soon, is due within a day, is overdue, is not started. */
export function reminder(one: Standing, now: Date): string | null {
  const { state, opensAt, dueAt, closesAt } = one;
  if (state === "handed in" || state === "missing") return null;
  if (state === "not open yet") return opensAt && within(opensAt, now) ? `Opens ${soon(opensAt, now)}` : null;
  const begun = one.attemptsUsed > 0 || (one.reading?.read ?? 0) > 0;
  const end = dueAt && dueAt > now ? (["Due", dueAt] as const) : closesAt ? (["Closes", closesAt] as const) : null;
  const said = [
    groupOf(one) === "overdue" ? "Overdue" : null,
    end && within(end[1], now) ? `${end[0]} ${soon(end[1], now)}` : null,
    begun ? null : "Not started yet",
  ].filter((words) => words !== null);
  return said.length > 0 ? said.join(". ") : null;
}

/** Whether it should stand where a student looks first: it can be done now, or opens within a day. */
export function isNext(one: Standing, now: Date): boolean {
  const group = groupOf(one);
  return (
    group === "now" || group === "overdue" || (one.opensAt !== null && group === "coming" && within(one.opensAt, now))
  );
}

const hour = 3_600_000;

/** Whether it lies ahead by a day at the most. */
function within(at: Date, now: Date): boolean {
  const ahead = at.getTime() - now.getTime();
  return ahead > 0 && ahead <= 24 * hour;
}

function soon(at: Date, now: Date): string {
  const hours = Math.floor((at.getTime() - now.getTime()) / hour);
  return hours < 1 ? "in less than an hour" : hours === 1 ? "in about an hour" : `in ${hours} hours`;
}
