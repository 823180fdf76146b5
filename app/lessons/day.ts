/** "21 November 2026" from 2026-11-21. A day of a content file belongs to no zone. */
export function day(iso: string): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${iso}T00:00:00Z`),
  );
}
