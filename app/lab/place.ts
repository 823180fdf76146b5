import { controls } from "./model";

/** Where in a lesson a visit to the lab began: "lesson/section", and the setting of the lab there, "lesson/section/T1I0D0E0W0". */
export type Place = string;

const slug = "[a-z0-9-]{1,80}";
const shape = new RegExp(`^${slug}/${slug}(/T[01]I[01]D[01]E[01]W[01])?$`);

/** The place that an address or a form names, if it has that shape. */
export function placeIn(from: unknown): Place | undefined {
  return typeof from === "string" && shape.test(from) ? from : undefined;
}

/** The address of that place: the lab in its section stays the one that was left, whatever was set meanwhile. */
export function lessonAddress(from: Place): string {
  const [lesson, section, code] = from.split("/");
  return `/lessons/${lesson}/${section}${code ? `#lab-${code}` : ""}`;
}

/** What the addresses of the lab carry on, from "&" on: where it was begun, and what is being investigated. */
export function queryOf(from: Place | undefined, investigation: string | undefined): string {
  return [from && `&from=${from}`, investigation && `&investigation=${encodeURIComponent(investigation)}`]
    .filter(Boolean)
    .join("");
}

/** Whether an address says how the switches stand. */
export function namesSetting(query: URLSearchParams): boolean {
  return controls.some((control) => query.has(control));
}
