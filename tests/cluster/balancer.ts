import http from "node:http";
import type { AddressInfo } from "node:net";

/** What stands in front of several app processes. */
export type Balancer = {
  origin: string;
  /** Who is asked from now on, as `http://host:port`. */
  send(origins: string[]): void;
  /** How many requests each process was given, by its origin. */
  given(): Record<string, number>;
  stop(): Promise<void>;
};

/**
 * A small balancer, which works as docs/hosting.md sets nginx up: each request goes to the next process in turn, on a
 * connection of its own; one that nobody listens for goes to the one after it, and one that was begun is never sent twice.
 * It says in X-Forwarded-For and -Proto what it was asked, so that TRUST_PROXY=1 is right behind it.
 */
export async function startBalancer(origins: string[]): Promise<Balancer> {
  let known = origins;
  let turn = 0;
  const counts: Record<string, number> = {};
  const server = http.createServer((asked, answered) => pass(asked, answered, turn++));

  function pass(asked: http.IncomingMessage, answered: http.ServerResponse, place: number, left = known.length): void {
    const origin = known[place % known.length];
    if (!origin || left === 0) {
      refuse(answered);
      return;
    }
    const headers = {
      ...asked.headers,
      connection: "close",
      "x-forwarded-for": [asked.headers["x-forwarded-for"] ?? [], asked.socket.remoteAddress].flat().join(", "),
      "x-forwarded-proto": asked.headers["x-forwarded-proto"] ?? "http",
    };
    const { method, url = "/" } = asked;
    const going = http.request(origin + url, { method, headers, agent: false });
    going.once("socket", (socket) => {
      socket.once("connect", () => {
        counts[origin] = (counts[origin] ?? 0) + 1;
        asked.pipe(going);
      });
    });
    going.once("response", (answer) => {
      const { connection: _, ...kept } = answer.headers;
      answered.writeHead(answer.statusCode ?? 502, kept);
      answer.pipe(answered);
      answer.once("error", () => answered.destroy());
    });
    going.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ECONNREFUSED") pass(asked, answered, place + 1, left - 1);
      else if (!answered.headersSent) refuse(answered);
      else if (!answered.writableEnded) answered.destroy();
    });
    answered.once("close", () => going.destroy());
  }

  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    send(others) {
      known = others;
    },
    given: () => ({ ...counts }),
    async stop() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

function refuse(answered: http.ServerResponse): void {
  answered
    .writeHead(502, { "content-type": "text/plain", "retry-after": "1" })
    .end("Nobody behind this address answers.");
}
