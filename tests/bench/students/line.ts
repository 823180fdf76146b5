import http from "node:http";
import { performance } from "node:perf_hooks";

/** One answer: `ms` from sending the request to the last byte. */
export type Answered = { status: number; headers: http.IncomingHttpHeaders; body: Buffer; ms: number };

/** The one connection of one browser, kept open. Costs its process a fifth of what `fetch` does: both cores are shared. */
export class Line {
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  private readonly to: URL;

  /** @param cookie as `name=value`, "" for none */
  constructor(
    private readonly origin: string,
    private readonly cookie: string,
  ) {
    this.to = new URL(origin);
  }

  /** What is there, as a browser asks for it: packed. @param stranger without the cookie */
  get(path: string, stranger = false): Promise<Answered> {
    return this.ask("GET", path, stranger ? { Cookie: "" } : {});
  }

  /** Sends a form, or what a script sends. */
  post(path: string, body: string, type: string): Promise<Answered> {
    const headers = { "Content-Type": type, "Content-Length": Buffer.byteLength(body), Origin: this.origin };
    return this.ask("POST", path, headers, body);
  }

  close(): void {
    this.agent.destroy();
  }

  private ask(
    method: string,
    path: string,
    more: http.OutgoingHttpHeaders,
    body?: string,
    began = performance.now(),
  ): Promise<Answered> {
    const cookie = this.cookie ? { Cookie: this.cookie } : {};
    const headers = { "Accept-Encoding": "gzip, br", ...cookie, ...more };
    const { hostname: host, port } = this.to;
    return new Promise((done, fail) => {
      const request = http.request({ agent: this.agent, host, port, method, path, headers }, (response) => {
        const pieces: Buffer[] = [];
        response.on("data", (piece) => pieces.push(piece));
        response.on("error", fail);
        response.on("end", () =>
          done({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(pieces),
            ms: performance.now() - began,
          }),
        );
      });
      request.on("error", (cause: NodeJS.ErrnoException) => {
        // The server may end an idle connection at the moment in which it is used again; a browser then opens another one.
        if (request.reusedSocket && cause.code === "ECONNRESET")
          this.ask(method, path, more, body, began).then(done, fail);
        else fail(cause);
      });
      request.end(body);
    });
  }
}
