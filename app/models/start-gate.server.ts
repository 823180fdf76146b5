import type { MyAssignment } from "~/access/rights";
import { readingOf } from "./assigned-lesson.server";
import { obstacleTo } from "./prerequisite.server";
import { guarded, isWait } from "./throttle.server";

/** Why a student cannot start the quiz of an assignment, though it is open. */
export type Shut = "something before it" | "lesson first" | "password asked" | "wrong password" | "too many tries";

/** Whether anything but dates and the number of attempts may stand before its start. */
export const isGated = ({ afterId, lessonFirst, password }: MyAssignment) =>
  afterId !== null || lessonFirst || password !== null;

/** Looks at what has to be done first and at the password. @returns null when the quiz may be started */
export async function shutFor(assignment: MyAssignment, typed: string | undefined): Promise<Shut | null> {
  if (await obstacleTo(assignment)) return "something before it";
  if (assignment.lessonFirst && (await readingOf(assignment.viewer, assignment)).finishedAt === null)
    return "lesson first";
  if (assignment.password === null) return null;
  const said = typed?.trim();
  return said ? opens(assignment, said) : "password asked";
}

/** Wrong tries are counted for this person and this assignment alone. */
async function opens({ id, viewer, password }: MyAssignment, said: string): Promise<Shut | null> {
  const right = said === password?.trim();
  const found = await guarded(`start ${id} ${viewer.id}`, {}, undefined, async () => (right ? { right } : null));
  if (isWait(found)) return "too many tries";
  return found ? null : "wrong password";
}
