import type { MarkName } from "~/components/mark";
import type { Dot } from "~/models/live-dots";
import type { Where } from "~/models/live-row.server";
import { many } from "~/text";

/** What one page of the live view is about. `page` is null where everybody stands on one. */
export type About = { assignment: string; classId: string; zone: string; observer: boolean; page: number | null };

export const liveAt = (assignment: string) => `/teach/assignments/${assignment}/live`;

/** Back to the live view of an assignment, of a year group to the page that one came from: `&page=3`. */
export function backToLive(request: Request, assignment: string): string {
  const page = new URL(request.url).searchParams.get("page") ?? "";
  return `${liveAt(assignment)}${/^[1-9]\d{0,3}$/.test(page) ? `?page=${page}` : ""}`;
}

/** The id of a student's row where other pages lead to it. */
export const placeOf = (personId: string) => `s${personId}`;

export const dots: Dot[] = ["not started", "working", "stuck", "answered", "right", "partly", "wrong", "blank"];

export const dotMarks: Record<Dot, MarkName> = {
  "not started": "not-started",
  working: "working",
  stuck: "stuck",
  answered: "answered",
  right: "right",
  partly: "partly",
  wrong: "wrong",
  blank: "blank",
};

export const dotWords: Record<Dot, string> = {
  "not started": "nothing yet",
  working: "here now",
  stuck: "stuck here",
  answered: "answered",
  right: "right",
  partly: "partly right",
  wrong: "not right",
  blank: "handed in without an answer",
};

/** "6 minutes", "1½ minutes". */
export const minutesOf = (value: number) => `${value} minutes`.replace(".5", "½").replace(/^1 minutes/, "1 minute");

/** How long nothing came, from minutes: "less than a minute", "6 minutes", "3 hours", "2 days". */
export function quietFor(minutes: number): string {
  if (minutes === 0) return "less than a minute";
  if (minutes < 120) return many(minutes, "minute");
  return minutes < 2880 ? many(Math.floor(minutes / 60), "hour") : many(Math.floor(minutes / 1440), "day");
}

/** "6 minutes on question 6" */
export function standingSays({
  standing,
  on,
  quiet,
  tries,
}: Pick<Where, "standing" | "on" | "quiet" | "tries">): string {
  const where = on ? `question ${on.label}${on.theirs ? ` (number ${on.theirs} for them)` : ""}` : null;
  const long = quietFor(quiet ?? 0);
  if (standing === "stuck: tries") return `${many(tries, "try", "tries")} on ${where ?? "one question"}, not right yet`;
  if (standing === "stuck: time") return where ? `${long} on ${where}` : `Nothing for ${long}`;
  if (standing === "away") return `Nothing for ${long}${where ? `, was on ${where}` : ""}`;
  if (standing === "working") return where ? `on ${where}` : "at it";
  return standing === "finished" ? "finished" : "not started";
}
