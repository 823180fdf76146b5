/** JSON as it came out of the database; nothing about its shape is taken for granted. */
export type Json = unknown;
/** An item as an author wrote it: which rule marks it, what the student sees, what is right. */
export type MarkedItem = { interaction: string; body: Json; key: Json };

/** The fields of a JSON object; none when it is something else. */
export function fieldsOf(json: Json): Record<string, Json> {
  return json !== null && typeof json === "object" && !Array.isArray(json) ? (json as Record<string, Json>) : {};
}

/** The entries of a JSON list; none when it is something else. */
export function listOf(json: Json): Json[] {
  return Array.isArray(json) ? json : [];
}

/** The ids of a body's options, cards, steps, places. */
export function idsOf(json: Json): string[] {
  return listOf(json).map((part) => String(fieldsOf(part).id));
}

/** What was typed; empty for what is no text. */
export function textOf(response: Json): string {
  const { text } = fieldsOf(response);
  return typeof text === "string" ? text : "";
}
