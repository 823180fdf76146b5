/**
 * An error as it may be written into a log: what kind it is and where it happened. The words of an error of the database, and
 * those of a text that could not be read, quote what somebody sent, so of these only codes, the statement without its values
 * and places in the code are told.
 */
export function logged(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { name, message, stack = "", cause } = error;
  const told = error as unknown as Record<string, unknown>;
  const quotes =
    isOfDatabase(told) || error instanceof SyntaxError || (cause instanceof Error && isOfDatabase({ ...cause }));
  return {
    kind: name,
    ...(quotes ? {} : { message }),
    ...Object.fromEntries(
      ["code", "query", "table_name", "table", "constraint_name", "constraint"].flatMap((one) => known(told, one)),
    ),
    at: stack
      .replace(message, "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(cause === undefined ? {} : { cause: logged(cause) }),
  };
}

/** An address as it may be written into a log: without the code of a class or of a link, which let somebody in. */
export const loggedPath = (path: string) =>
  path.replace(/^\/(join|device|invitations|reset-password)\/[^/]+/i, "/$1/:code");

/** Errors of both drivers have the code of Postgres, those of Drizzle the values of the statement in their message. */
const isOfDatabase = (error: Record<string, unknown>) =>
  "params" in error || "severity" in error || /^[0-9A-Z]{5}$/.test(String(error.code ?? ""));

const known = (error: Record<string, unknown>, name: string): [string, unknown][] =>
  typeof error[name] === "string" ? [[name, error[name]]] : [];
