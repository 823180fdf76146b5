import { createHash } from "node:crypto";
import postgres from "postgres";
import { openStore, setStore } from "~/db.server";
import { type Keyhole, startKeyhole } from "../keyhole";
import { freshDatabase } from "../stores";
import { Visitor } from "../visitor";
import { type Explained, Overheard, type Statement } from "./overheard";

/** A running Keyhole on Postgres, and everything that it asks there. */
export type Counted = Keyhole & { line: Overheard };

/**
 * The built server on a database that `fill` has filled, with a line between them on which everything is heard.
 * @param settings of the database, as `alter database` takes them
 */
export async function startCounted(fill: () => Promise<void>, settings: string[] = []): Promise<Counted> {
  const { DATABASE_URL = "" } = await freshDatabase("postgres");
  const store = await openStore({ DATABASE_URL, DATABASE_POOL: 1, DATA_DIR: "" });
  setStore(store);
  await store.prepare(fill);
  await store.close();
  const sql = postgres(DATABASE_URL, { max: 1 });
  await sql`analyze`;
  for (const setting of settings)
    await sql.unsafe(`alter database ${new URL(DATABASE_URL).pathname.slice(1)} set ${setting}`);
  await sql.end();
  const line = await Overheard.open(DATABASE_URL);
  // One connection: after some uses Postgres thinks of a plan anew, for all values; each connection does for itself.
  const keyhole = await startKeyhole("postgres", { DATABASE_URL: line.address, DATABASE_POOL: "1" });
  const stop = (signal?: NodeJS.Signals) => keyhole.stop(signal).then(() => line.close());
  // What every process does once, before and beside its first request.
  await fetch(keyhole.origin);
  await line.heard();
  return { ...keyhole, line, stop };
}

/** One request with what it asked of the database. */
export type Asking = { request: string; status: number; statements: Statement[]; plans: Explained[] };

/** A visitor whose requests are counted, one by one: redirects are requests too. */
export class CountedVisitor extends Visitor {
  readonly askings: Asking[] = [];

  constructor(private counted: Counted) {
    super(counted);
  }

  override async fetch(address: string, init: RequestInit = {}): Promise<Response> {
    const response = await super.fetch(address, init);
    const { pathname } = new URL(address, this.counted.origin);
    const request = `${init.method ?? "GET"} ${pathname.replace(/[0-9a-f-]{36}/g, ":id")}`;
    this.askings.push({ request, status: response.status, ...(await this.counted.line.heard()) });
    return response;
  }

  /** The newest request like this, such as `POST /attempts/:id/submission`. */
  last(request: string): Asking {
    const found = this.askings.findLast((one) => one.request === request);
    if (!found) throw new Error(`No ${request} among ${this.askings.map((one) => one.request)}.`);
    return found;
  }

  /** A page as it is asked for once everything about it was asked for before. */
  async again(address: string): Promise<Asking> {
    await this.get(address);
    await this.get(address);
    if (this.page.status !== 200) throw new Error(`${address}: ${this.page.status}`);
    return this.askings.at(-1) as Asking;
  }
}

/** The id of the nth student that tests/bench/fill.ts makes in a class. */
export const studentOf = (ofClass: string, n: number) =>
  createHash("md5")
    .update(`${ofClass} ${n}`)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

/** Signs in through the form. */
export async function signIn(counted: Counted, login: string, password: string): Promise<CountedVisitor> {
  const visitor = new CountedVisitor(counted);
  await visitor.get("/sign-in");
  await visitor.submit("Sign in", { login, password });
  if (new URL(visitor.page.url).pathname === "/sign-in") throw new Error(`${login} could not sign in.`);
  return visitor;
}
