/*
 * A floor: sends the bytes that it is given, packed as they are, with the same heads. Nothing can send a page for less. Under
 * /packed it packs them anew each time, as the app does with what it has just made: the floor of a page that is nobody else's.
 */
import http from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompress, brotliDecompressSync, constants } from "node:zlib";

/** What to send under one path; the body in base64. */
export type Sent = { path: string; headers: Record<string, string | string[]>; body: string };

const pages = new Map<string, { headers: Sent["headers"]; body: Buffer; plain: Buffer }>();
const closely = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
process.on("message", (sent: Sent[]) => {
  for (const { path, headers, body } of sent) {
    const packed = Buffer.from(body, "base64");
    pages.set(path, { headers, body: packed, plain: brotliDecompressSync(packed) });
  }
  process.send?.("taken");
});

const server = http.createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
  const [path, anew] = (request.url ?? "").split("/packed").reverse();
  const page = pages.get(path ?? "");
  if (!page) return void response.writeHead(404).end();
  if (anew === undefined) return void response.writeHead(200, page.headers).end(page.body);
  brotliCompress(page.plain, closely, (_error, body) => response.writeHead(200, page.headers).end(body));
});
server.listen(0, "127.0.0.1", () =>
  process.send?.({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
);
