import { Transform } from "node:stream";
import { fileURLToPath } from "node:url";
import { createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { sql } from "drizzle-orm";
import { renderToPipeableStream } from "react-dom/server";
import { isStoreOpen, openStore, rows, setStore, store } from "./db.server";
import { type Environment, readEnvironment } from "./environment.server";
import { type Changes, syncCourse } from "./lessons/sync.server";

export { answers } from "./answers.server";
export { clock } from "./attempt-clock.server";
export { buildsByPath } from "./fitting-routes";
export { readEnvironment };

/** Opens the database, migrates it and brings it to what content/ says. @returns what the content sync changed */
export async function start(env: Environment): Promise<Changes> {
  if (isStoreOpen()) return [];
  setStore(await openStore(env));
  let changes: Changes = [];
  await store().prepare(async () => {
    changes = await syncCourse("content", import.meta.env.PROD ? fileURLToPath(import.meta.url) : undefined);
  });
  return changes;
}

/** Whether the database answers; it was migrated before the first request. */
export async function ready(): Promise<boolean> {
  try {
    await rows(sql`select 1 from sessions limit 1`);
    return true;
  } catch {
    return false;
  }
}

export async function close(): Promise<void> {
  if (isStoreOpen()) await store().close();
}

/** Pages are rendered whole: they are documents without a client runtime, so nothing is gained by streaming them. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let code = status;
    const { pipe } = renderToPipeableStream(<RemixServer context={context} url={request.url} />, {
      onAllReady() {
        const body = withoutZeros();
        headers.set("Content-Type", "text/html; charset=utf-8");
        if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-cache");
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }));
        pipe(body);
      },
      onShellError: reject,
      onError(error) {
        code = 500;
        console.error(error);
      },
    });
  });
}

/**
 * React 18 leaves zero bytes in a page where a letter of several bytes does not fit into the rest of its buffer. Browsers
 * read them in a field as U+FFFD, which would then be kept as somebody's answer. No text of ours has such a byte.
 */
function withoutZeros(): Transform {
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}

/** Remix would print every 4xx a route throws; only what nobody expected is worth a line. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted && error instanceof Error) console.error(error);
}
