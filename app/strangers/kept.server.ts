import { createHash } from "node:crypto";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";

/** A page as it was sent: its heads, its body packed, and the tag by which a browser knows it again. */
type Kept = { headers: OutgoingHttpHeaders; unchanged: OutgoingHttpHeaders; tag: string; body: Buffer };

/** So many pages as fit into so many bytes; what was asked for longest ago goes first. */
export class KeptPages {
  private readonly pages = new Map<string, Kept>();
  private bytes = 0;

  constructor(private readonly mostBytes: number) {}

  get(key: string): Kept | undefined {
    const page = this.pages.get(key);
    if (page) {
      this.pages.delete(key);
      this.pages.set(key, page);
    }
    return page;
  }

  /** Keeps what was sent, where others may get it as well: a page that sets no cookie. */
  keep(key: string, response: ServerResponse, body: Buffer): void {
    const headers = response.getHeaders();
    const page = String(headers["content-type"]).startsWith("text/html");
    if (response.statusCode !== 200 || !page || headers["set-cookie"] !== undefined) return;
    const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
    const { "content-type": _, "content-encoding": __, "content-length": ___, ...rest } = headers;
    const unchanged = { ...rest, etag: tag };
    this.forget(key);
    this.pages.set(key, { headers: { ...headers, "content-length": body.length, etag: tag }, unchanged, tag, body });
    this.bytes += sizeOf(key, body);
    for (const oldest of this.pages.keys()) {
      if (this.bytes <= this.mostBytes) break;
      this.forget(oldest);
    }
  }

  clear(): void {
    this.pages.clear();
    this.bytes = 0;
  }

  private forget(key: string): void {
    const page = this.pages.get(key);
    if (page) this.bytes -= sizeOf(key, page.body);
    this.pages.delete(key);
  }
}

/** Its heads are about a kilobyte each time, in memory. */
const sizeOf = (key: string, body: Buffer) => 2 * key.length + body.length + 2000;

/** Sends it; to who has it already only that it is still so. @returns the status */
export function send(
  { headers, unchanged, tag, body }: Kept,
  request: IncomingMessage,
  response: ServerResponse,
): number {
  // What stands between may have packed the page anew, and says so by making the tag a weak one.
  const known = request.headers["if-none-match"]?.split(/, */).some((one) => one.replace(/^W\//, "") === tag);
  const status = known ? 304 : 200;
  response.writeHead(status, known ? unchanged : headers).end(known || request.method === "HEAD" ? undefined : body);
  return status;
}

/** Listens to what is sent. @param done gets all of it, packed as it was, once it was sent to its end */
export function hear(response: ServerResponse, done: (body: Buffer) => void): void {
  const pieces: Buffer[] = [];
  const { write, end } = response;
  const note = (piece: unknown) => {
    if (typeof piece === "string" || piece instanceof Uint8Array) pieces.push(Buffer.from(piece as string));
  };
  response.write = ((...args: Parameters<typeof write>) => {
    note(args[0]);
    return write.apply(response, args);
  }) as typeof write;
  response.end = ((...args: Parameters<typeof end>) => {
    note(args[0]);
    const ended = end.apply(response, args);
    done(Buffer.concat(pieces));
    return ended;
  }) as typeof end;
}
