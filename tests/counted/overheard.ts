import { once } from "node:events";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** One statement as it went to Postgres, with its values as the protocol writes them. */
export type Statement = { text: string; values: string };

/** What Postgres says of what it did for one part of a statement; its own names. Numbers are means of one loop. */
export type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Cond"?: string;
  "Recheck Cond"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: Plan[];
};

/** A statement that ran, with its plan, where the database was told to explain: see `explainAll`. */
export type Explained = { "Query Text": string; Plan: Plan };

/** Settings of a database that tells each plan to the client once it ran. auto_explain comes with Postgres. */
export const explainAll = [
  "session_preload_libraries = auto_explain",
  "auto_explain.log_min_duration = 0",
  "auto_explain.log_analyze = on",
  "auto_explain.log_timing = off",
  "auto_explain.log_format = json",
  "auto_explain.log_level = notice",
];

/**
 * A line to Postgres on which everything is heard that goes over it: what a server asks is counted where it asks, whatever
 * of its code did.
 */
export class Overheard {
  private statements: Statement[] = [];
  private plans: Explained[] = [];
  private waiting = 0;
  private sockets = new Set<net.Socket>();
  private server = net.createServer((near) => this.join(near));
  /** The address to use in place of the one that it leads to. */
  address = "";

  /** @param to the address of a database, without TLS */
  static async open(to: string): Promise<Overheard> {
    const line = new Overheard(new URL(to));
    line.server.listen(0, "127.0.0.1");
    await once(line.server, "listening");
    const { port } = line.server.address() as net.AddressInfo;
    line.address = Object.assign(new URL(to), { hostname: "127.0.0.1", port: String(port) }).href;
    return line;
  }

  private constructor(private to: URL) {}

  /** What was asked since this was called last, once all of it is answered. */
  async heard(): Promise<{ statements: Statement[]; plans: Explained[] }> {
    while (this.waiting > 0) await sleep(1);
    const { statements, plans } = this;
    [this.statements, this.plans] = [[], []];
    return { statements, plans };
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((done) => this.server.close(done));
  }

  private join(near: net.Socket): void {
    const far = net.connect(Number(this.to.port), this.to.hostname);
    const names = new Map<string, string>();
    // The hello of a client, which has no letter, is answered as a question is.
    let open = 1;
    this.waiting++;
    const wait = (more: number) => {
      open += more;
      this.waiting += more;
    };
    const fromNear = messages(0, (type, body) => {
      this.asked(names, type, body);
      if (type === "Q" || type === "S") wait(1);
    });
    const fromFar = messages(1, (type, body) => {
      if (type === "Z") wait(-1);
      const told = type === "N" ? /plan:\n(\{.*\})/s.exec(body.toString()) : null;
      if (told) this.plans.push(JSON.parse(told[1] as string) as Explained);
    });
    carry(near, far, fromNear);
    carry(far, near, fromFar);
    this.sockets.add(near);
    near.on("close", () => {
      this.sockets.delete(near);
      wait(-open);
    });
  }

  private asked(names: Map<string, string>, type: string, body: Buffer): void {
    if (type === "Q") this.statements.push({ text: word(body, 0), values: "" });
    if (type === "P") names.set(word(body, 0), word(body, 1));
    if (type !== "B") return;
    const [portal, name] = [word(body, 0), word(body, 1)];
    const values = body.subarray(Buffer.byteLength(portal) + Buffer.byteLength(name) + 2).toString("latin1");
    this.statements.push({ text: names.get(name) ?? "", values });
  }
}

function carry(from: net.Socket, to: net.Socket, hear: (piece: Buffer) => void): void {
  from.setNoDelay(true);
  from.on("data", hear);
  from.pipe(to);
  from.on("error", () => {});
  from.on("close", () => to.destroy());
}

/** The nth of the words at the start of a message, each of which ends with a zero. */
const word = (body: Buffer, nth: number) => body.toString().split("\0", nth + 1)[nth] as string;

/**
 * Cuts what comes over a line into the messages of Postgres: a letter, four bytes of length that count themselves, a body.
 * @param first how many letters the first one has
 */
function messages(first: 0 | 1, hear: (type: string, body: Buffer) => void): (piece: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let letters: number = first;
  return (piece) => {
    rest = Buffer.concat([rest, piece]);
    while (rest.length >= letters + 4) {
      const end = letters + rest.readUInt32BE(letters);
      if (rest.length < end) return;
      hear(letters ? String.fromCharCode(rest[0] as number) : "", rest.subarray(letters + 4, end));
      rest = rest.subarray(end);
      letters = 1;
    }
  };
}
