import fc from "fast-check";
import type { Visitor } from "../visitor";
import { type Hostile, hostileRequest, type Target } from "./hostile-request";

/** What a storm came to. `failed`: what no request may get, each with the request that got it. */
export type Storm = { sent: number; statuses: Record<number, number>; failed: string[] };

/** So many are under way at once, and so many are thought up at a time. */
const atOnce = 8;
const batch = 200;
/** Nothing that is refused takes long; a page of a class under load may. */
const patience = 30_000;

/**
 * Sends hostile requests, the same ones for the same seed and targets.
 * @param people by whom they are sent, with their sessions
 * @param count how many
 */
export async function storm<Who extends string>(
  { people, targets, known }: { people: Record<Who, Visitor>; targets: Target<Who>[]; known: string[] },
  { seed, count }: { seed: number; count: number },
): Promise<Storm> {
  const request = hostileRequest(targets, known);
  // As they are now: what a request makes of a session is nothing to the next one.
  const senders = Object.fromEntries(
    Object.entries<Visitor>(people).map(([who, { keyhole, cookie }]) => [who, { origin: keyhole.origin, cookie }]),
  ) as Record<Who, Sender>;
  const done: Storm = { sent: 0, statuses: {}, failed: [] };
  for (let round = 0; done.sent < count; round++) {
    const waiting = fc.sample(request, { seed: seed + round, numRuns: Math.min(batch, count - done.sent) });
    done.sent += waiting.length;
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let next = waiting.pop(); next; next = waiting.pop()) {
          const { status, fault } = await send(senders[next.who], next);
          done.statuses[status] = (done.statuses[status] ?? 0) + 1;
          if (fault) done.failed.push(`${fault}: ${short(next)}`);
        }
      }),
    );
  }
  return done;
}

type Sender = { origin: string; cookie: string };

async function send(
  { origin, cookie }: Sender,
  { method, path, type, body }: Hostile,
): Promise<{ status: number; fault: string }> {
  try {
    const response = await fetch(origin + path, {
      method,
      body,
      headers: { Origin: origin, Cookie: cookie, ...(type === null ? {} : { "Content-Type": type }) },
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
    });
    return { status: response.status, fault: faultIn(response.status, await response.text(), method) };
  } catch (error) {
    return { status: 0, fault: `no answer, ${error}` };
  }
}

/** Empty where the answer is one that anything may get. */
function faultIn(status: number, text: string, method: string): string {
  if (status >= 500) return `${status}`;
  if (/node_modules|\n\s+at .+:\d+:\d+|PostgresError|DrizzleQueryError|Unexpected Server Error/.test(text))
    return "a stack trace";
  if (status >= 400 && method !== "HEAD" && !/\w/.test(text)) return `${status} without a word`;
  return "";
}

/** So that a list of them can be read: who asked for what says more than five thousand letters in it. */
const short = (one: Hostile) =>
  `${one.who} ${one.method} ${one.path.slice(0, 300)} ${one.type ?? ""} ${(one.body ?? "").slice(0, 200)}`;
