/** To make a format takes as long as using it a hundred times. */
const words = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** "21 November 2026" from 2026-11-21. A day of a content file belongs to no zone. */
export const day = (iso: string): string => words.format(new Date(`${iso}T00:00:00Z`));
