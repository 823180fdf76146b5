/* A floor: sends the bytes that it is given, packed as they are, with the same heads. Nothing can send a page for less. */
import http from "node:http";
import type { AddressInfo } from "node:net";

/** What to send under one path; the body in base64. */
export type Sent = { path: string; headers: Record<string, string | string[]>; body: string };

const pages = new Map<string, { headers: Sent["headers"]; body: Buffer }>();
process.on("message", (sent: Sent[]) => {
  for (const { path, headers, body } of sent) pages.set(path, { headers, body: Buffer.from(body, "base64") });
  process.send?.("taken");
});

const server = http.createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
  const page = pages.get(request.url ?? "");
  if (!page) return void response.writeHead(404).end();
  response.writeHead(200, page.headers).end(page.body);
});
server.listen(0, "127.0.0.1", () =>
  process.send?.({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
);
