/*
 * Whether a failure is the database being out of reach for now, and no fault of a query: then trying again helps.
 * Lines that break and servers that are not there have the codes of Node and of postgres.js; else it is an SQLSTATE
 * (PostgreSQL manual, appendix A).
 */
const lines =
  /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/;
/**
 * 08 connection (a pooler's own errors too), 53 no room or memory, 57P shut down or starting, 58 disk; a read-only server is
 * a standby that is not promoted yet; cancelled is what took too long; the rest are two transactions in each other's way.
 */
const states = /^(08...|53...|57P..|58...|25006|57014|40001|40P01)$/;

/** @returns the code that says so, and nothing for any other failure */
export const awayCode = (error: unknown) => codeOf(error, (code) => lines.test(code) || states.test(code));

/** Whether it is the line that failed, and nothing that the database said over it. */
export const lineBroke = (error: unknown) => codeOf(error, (code) => lines.test(code)) !== undefined;

/** What a library adds around the reason is nested a few deep. */
function codeOf(error: unknown, is: (code: string) => boolean): string | undefined {
  let cause = error as { code?: unknown; cause?: unknown } | null | undefined;
  for (let depth = 0; cause && depth < 5; depth++) {
    if (typeof cause.code === "string" && is(cause.code)) return cause.code;
    cause = cause.cause as typeof cause;
  }
  return undefined;
}
