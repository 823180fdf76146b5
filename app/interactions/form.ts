/**
 * What was typed into one field, at most `max` characters. Line ends become LF (browsers send CRLF), NUL goes because
 * PostgreSQL cannot hold it, and the cut never leaves half a surrogate pair.
 */
export function typed(form: FormData, name: string, max: number): string {
  const value = form.get(name);
  if (typeof value !== "string") return "";
  const text = value.replace(/\r\n?/g, "\n").replaceAll("\0", "");
  return text.slice(0, max).replace(/[\ud800-\udbff]$/, "");
}

/** The value of one field if it is among those offered, otherwise null. */
export function offered(form: FormData, name: string, ids: readonly string[]): string | null {
  const value = form.get(name);
  return typeof value === "string" && ids.includes(value) ? value : null;
}

/** Fields `name.<id>`, one per id: those that hold an offered value, or null when none does. */
export function offeredEach(
  form: FormData,
  name: string,
  ids: readonly string[],
  values: (id: string) => readonly string[],
): Record<string, string> | null {
  const given = ids.flatMap((id) => {
    const value = offered(form, `${name}.${id}`, values(id));
    return value === null ? [] : [[id, value] as const];
  });
  return given.length > 0 ? Object.fromEntries(given) : null;
}
