import type { Arrangement } from "~/models/gradebook-order";

/** The search of an address that asks for this arrangement, with the question mark; empty for the usual one. */
export function searchFor({ sort, down, group, state, show }: Arrangement, page = 1): string {
  const search = new URLSearchParams([
    ...(sort === "name" ? [] : [["sort", sort]]),
    ...(down ? [["down", "1"]] : []),
    ...(group ? [["group", group]] : []),
    ...(state ? [["state", state]] : []),
    ...show.map((one) => ["show", one]),
    ...(page > 1 ? [["page", String(page)]] : []),
  ]);
  return search.size > 0 ? `?${search}` : "";
}
