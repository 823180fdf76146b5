import { setImmediate as turn } from "node:timers/promises";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { countFile } from "~/models/throttle.server";

/** What kind of file a download is. */
const kinds = {
  html: "text/html; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json; charset=utf-8",
  jsonl: "application/jsonl; charset=utf-8",
} as const;

/**
 * To be asked before a file is made.
 * @throws 429 for whoever took very many just now
 */
export async function notTooMany(viewer: { id: string }): Promise<void> {
  const wait = await countFile(viewer);
  if (!wait) return;
  throw new Response("You took very many files just now. Wait some minutes, then this one comes. Nothing is locked.", {
    status: 429,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Retry-After": String(wait.waitSeconds) },
  });
}

/**
 * A file to keep, sent piece by piece as they are made. The next piece is made when the one before was taken, so a slow
 * line holds the making up and not the memory; nothing more is made for somebody who has gone.
 * @param name of the file, its kind at the end
 */
export function download(
  { request, context }: LoaderFunctionArgs,
  name: `${string}.${keyof typeof kinds}`,
  pieces: AsyncIterable<string | Uint8Array>,
): Response {
  const kind = name.split(".").at(-1) as keyof typeof kinds;
  const making = pieces[Symbol.asyncIterator]();
  const taken = context.taken as (() => Promise<void>) | undefined;
  const text = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(stream) {
        await taken?.();
        // The embedded store answers at once and in this process: without a turn in between nothing is sent, and nobody
        // else is served, before the last piece is made.
        await turn();
        const next = request.signal.aborted ? { done: true as const, value: undefined } : await making.next();
        if (next.done) {
          await making.return?.();
          return stream.close();
        }
        stream.enqueue(typeof next.value === "string" ? text.encode(next.value) : next.value);
      },
      async cancel() {
        await making.return?.();
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: {
      "Content-Type": kinds[kind],
      "Content-Disposition": attached(name),
      "Cache-Control": "private, no-store",
    },
  });
}

/** The name in letters that every browser knows, and as it is (RFC 6266). */
function attached(name: string): string {
  const plain = name.normalize("NFKD").replace(/[^\w.-]+/g, "-");
  const whole = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
