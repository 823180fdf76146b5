import { createHash } from "node:crypto";

/** A short name of an answer: equal answers have the same one, in whatever order the database gives their fields. */
export function nameOf(response: unknown, confidence: number | null = null): string {
  const sorted = JSON.stringify(confidence === null ? (response ?? null) : { response, confidence }, (_, value) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash("sha256").update(sorted).digest("base64url").slice(0, 22);
}
