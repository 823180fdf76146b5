import type { Override } from "~/models/override.server";
import { many, minutes } from "~/text";
import { dates } from "./phase-words";

/** What is otherwise for a student or a group, each in words. */
export function said(override: Override, zone: string): string[] {
  return [
    ...dates(override, zone),
    ...(override.limitMinutes === null ? [] : [`${minutes(override.limitMinutes)} from the start`]),
    ...(override.attemptsAllowed === null ? [] : [many(override.attemptsAllowed, "attempt")]),
    ...(override.password === null
      ? []
      : [override.password === "" ? "no password needed" : `password “${override.password}”`]),
  ];
}

/** An exception that was not removed, or null. */
export function holding(override: Override | null): Override | null {
  return override && !override.removedAt ? override : null;
}
