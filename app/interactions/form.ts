/**
 * What was typed into one field, all of it: a limit is for whoever can say so at the field. Line ends become LF (browsers
 * send CRLF), NUL goes because PostgreSQL cannot hold it.
 */
export function typed(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.replace(/\r\n?/g, "\n").replaceAll("\0", "") : "";
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
