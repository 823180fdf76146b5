/** "18 min left": minutes only, never seconds. @param ms until the deadline */
export function timeLeft(ms: number): string {
  if (ms <= 0) return "The time is over";
  return ms < 60_000 ? "less than a minute left" : `${Math.floor(ms / 60_000)} min left`;
}

/**
 * What is said aloud when time passes from `before` to `now` (ms until the deadline): at 10, 5 and 1 minutes, nothing else,
 * and nothing to somebody who begins below.
 */
export function threshold(before: number | null, now: number): string | null {
  if (now <= 0) return null;
  const passed = [1, 5, 10].find((minutes) => now <= minutes * 60_000 && (before ?? 0) > minutes * 60_000);
  return passed ? `${passed} ${passed === 1 ? "minute" : "minutes"} left` : null;
}
