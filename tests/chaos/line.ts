import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

type Direction = "request" | "response";

/**
 * A TCP line that can be cut, slowed and led elsewhere. With several targets it is a balancer: each new connection goes to
 * the next one, or to the one after it where nobody listens.
 */
export class Line {
  private sockets = new Set<net.Socket>();
  private server = net.createServer((socket) => void this.join(socket));
  private next = 0;
  private tearing: Direction | null = null;
  private torn = 0;
  private held: Promise<unknown> = Promise.resolve();
  /** ms that each piece takes. */
  delay = 0;
  port = 0;

  /** @param targets ports of this machine */
  static async open(targets: number[]): Promise<Line> {
    const line = new Line(targets);
    await new Promise<void>((done) => line.server.listen(0, "127.0.0.1", done));
    line.port = (line.server.address() as net.AddressInfo).port;
    return line;
  }

  private constructor(public targets: number[]) {}

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Ends every connection at once. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** Ends connections in the middle of the next thing that goes over each. @returns when `count` are torn, or after a second */
  async tear(direction: Direction, count: number): Promise<void> {
    this.torn = 0;
    this.tearing = direction;
    for (let waited = 0; this.torn < count && waited < 100; waited++) await sleep(10);
    this.tearing = null;
  }

  /** For so many ms nothing arrives, and nobody is told. */
  async hold(ms: number): Promise<void> {
    this.held = sleep(ms);
    await this.held;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((done) => this.server.close(done));
  }

  private async join(near: net.Socket): Promise<void> {
    this.follow(near);
    near.pause();
    const far = await this.reach();
    if (!far) return void near.destroy();
    this.follow(far);
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
    if (near.destroyed) return void far.destroy();
    void this.carry(near, far, "request");
    void this.carry(far, near, "response");
  }

  private async reach(): Promise<net.Socket | null> {
    for (let tries = 0; tries < this.targets.length; tries++) {
      const port = this.targets[this.next++ % this.targets.length] as number;
      const far = net.connect({ port, host: "127.0.0.1" });
      const there = await new Promise((done) => {
        far.once("connect", () => done(true));
        far.once("error", () => done(false));
      });
      if (there) return far;
    }
    return null;
  }

  private async carry(from: net.Socket, to: net.Socket, direction: Direction): Promise<void> {
    try {
      for await (const piece of from as AsyncIterable<Buffer>) {
        await this.held;
        if (this.delay > 0) await sleep(this.delay);
        if (this.tearing === direction && piece.length > 1) {
          this.torn++;
          to.write(piece.subarray(0, piece.length >> 1), () => {
            from.destroy();
            to.destroy();
          });
          return;
        }
        if (!to.write(piece)) await new Promise((done) => to.once("drain", done).once("close", done));
      }
      to.end();
    } catch {
      to.destroy();
    }
  }

  private follow(socket: net.Socket): void {
    socket.setNoDelay(true);
    socket.on("error", () => {});
    this.sockets.add(socket);
    socket.on("close", () => this.sockets.delete(socket));
  }
}
