import { findMyAttempt } from "./access/attempts.server";
import { newestElsewhere } from "./models/answer-log.server";
import { closeIfOver } from "./models/submission.server";
import type { Asker } from "./session.server";

/** How an attempt stands: its state, when its time is over, what time it is by the clock that decides. ISO 8601. */
export type ClockFields = { state: string; deadline: string | null; now: string };
export type Refusal = { status: number; body: { error: string } };

/**
 * What the attempt page's script asks every few seconds; server.js calls it before Remix, because a class asks often. A
 * deadline that was moved, and an attempt that was handed in elsewhere, are noticed by it.
 * @param client the name that the page gave itself, "" for none
 * @returns 404 for a stranger's or an unknown attempt; otherwise also `changed`, which differs when another page or device
 * than `client` has made a newer answer
 */
export async function clock(
  request: Asker,
  attemptId: string,
  client: string,
): Promise<{ status: number; body: ClockFields & { changed: string | null } } | Refusal> {
  const found = await findMyAttempt(request, attemptId);
  if (!found) return { status: 404, body: { error: "This attempt is not here for you." } };
  const past = found.state === "in_progress" && found.deadline !== null && found.now > found.deadline;
  if (past) await closeIfOver(found.id);
  const attempt = past ? ((await findMyAttempt(request, attemptId)) ?? found) : found;
  return { status: 200, body: { ...clockFields(attempt), changed: await newestElsewhere(attempt, client) } };
}

export function clockFields(attempt: { state: string; deadline: Date | null; now: Date }): ClockFields {
  return {
    state: attempt.state,
    deadline: attempt.deadline?.toISOString() ?? null,
    now: attempt.now.toISOString(),
  };
}
