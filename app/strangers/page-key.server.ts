import type { IncomingMessage } from "node:http";
import { readReader, writeReader } from "~/components/reader-choices";
import type { Environment } from "~/environment.server";
import { packingFor } from "~/packing.server";

/**
 * Nothing of people or teachers is on these pages for a stranger, and nothing of the hour. Quizzes are not among them: who may
 * practise one is a teacher's to say.
 */
const sameForStrangers =
  /^\/(?:lab|sources|glossary|timeline|pairs|privacy|(?:sources|pairs|lab\/investigations)\/[\w-]+|lessons\/[\w-]+(?:\/[\w-]+)?)?$/;

/**
 * All that a page for a stranger depends on, apart from the course and from how the installation runs: its address, how its
 * reader wants pages to look, in what it is packed, and by which origin it is asked for where the environment names none.
 * @returns null for what may depend on more: another address, a query, a body, a cookie that may be a session
 */
export function pageKey(request: IncomingMessage, env: Pick<Environment, "ORIGIN" | "TRUST_PROXY">): string | null {
  const { method, url = "", headers } = request;
  if ((method !== "GET" && method !== "HEAD") || !sameForStrangers.test(url)) return null;
  if (headers["content-length"] !== undefined || headers["transfer-encoding"] !== undefined) return null;
  // Behind proxies without an ORIGIN it is they who say by which address a page was asked for.
  const host = env.ORIGIN ? "" : env.TRUST_PROXY ? undefined : headers.host;
  const reader = readerOf(headers.cookie);
  const packing = packingFor(headers["accept-encoding"]);
  if (host === undefined || reader === null || packing === undefined) return null;
  return `${url} ${reader} ${packing} ${host}`;
}

/** Whether a page is asked for as most see it: with nothing chosen of how it looks. There are hundreds of other looks. */
export const looksAsUsual = (request: IncomingMessage): boolean => readerOf(request.headers.cookie) === "";

/** What a stranger chose; null for who brings any other cookie. */
function readerOf(cookies: string | undefined): string | null {
  if (!cookies) return "";
  return /^reader=[^;]*$/.test(cookies) ? writeReader(readReader(cookies)) : null;
}
