import { store } from "~/db.server";
import { type Environment, environment } from "~/environment.server";
import type { Settings } from "~/lab/model";
import { idleHours, lifeDays } from "./session-life.server";

/** What this installation does with what people give it, computed from how it runs and not from what it promises. */
export type Installation = {
  address: string | null;
  /** https: sealed on the way · local: never leaves this machine · open: can be read on the network it crosses. */
  transit: "https" | "local" | "open";
  database: { kind: "embedded" } | { kind: "postgres"; host: string; transit: "sealed" | "local" | "open" };
  /** `known` is the one by which a browser is known again at the next sign-in. */
  cookie: { name: string; known: string; days: number; unusedDays: number };
  /** Proxies in front whose headers are believed: there TLS ends, and there may be a log of its own. */
  proxies: number;
  /** Whether the server writes down which address was asked for when. It never writes names or answers. */
  logsRequests: boolean;
  /** Whether what scrambles PINs is kept apart from the database. */
  keyApart: boolean;
  /** Which machine e-mails are handed to, null where none is ever sent. */
  mailServer: string | null;
  demo: boolean;
};

/** @param env and kind are given by tests only */
export function installation(
  env: Environment = environment(),
  kind: "embedded" | "postgres" = store().kind,
): Installation {
  const transit = transitOf(env);
  const host = transit === "https" ? "__Host-" : "";
  return {
    address: env.ORIGIN ?? null,
    transit,
    database: kind === "embedded" || !env.DATABASE_URL ? { kind: "embedded" } : postgres(env.DATABASE_URL),
    cookie: {
      name: `${host}session`,
      known: `${host}browser`,
      days: lifeDays.student,
      unusedDays: idleHours.student / 24,
    },
    proxies: env.TRUST_PROXY,
    logsRequests: env.LOG_LEVEL === "debug",
    keyApart: env.SESSION_SECRET !== undefined,
    mailServer: env.SMTP_URL ? new URL(env.SMTP_URL).hostname : null,
    demo: env.KEYHOLE_DEMO,
  };
}

/** The locks that are on between a reader's browser and the database, as the lab sets them. No order is being answered. */
export function locksOn({ transit, database }: Pick<Installation, "transit" | "database">): Settings {
  return {
    tls: transit === "https",
    inter_dc: database.kind === "postgres" && database.transit === "sealed",
    at_rest_provider_key: false,
    e2e: false,
    demand_served: false,
  };
}

/** The origin under which others reach this installation: what ORIGIN says, else that of the request. */
export function publicOrigin(request: Request, env: Environment = environment()): string {
  return new URL(env.ORIGIN ?? request.url).origin;
}

/** Whether every page must say that what is sent can be read on the Wi-Fi. */
export function readableOnTheWay(env: Environment = environment()): boolean {
  return transitOf(env) === "open";
}

function transitOf(env: Environment): Installation["transit"] {
  if (env.ORIGIN?.startsWith("https:")) return "https";
  return env.ORIGIN && !isLocal(new URL(env.ORIGIN).hostname) ? "open" : "local";
}

/** @param address may name several servers, of which one takes writes at a time */
function postgres(address: string): Installation["database"] {
  const [, list = "", rest = ""] = /^\w+:\/\/(?:[^@/?]*@)?([^/?]*)(.*)$/.exec(address) ?? [];
  const hosts = list.split(",").map((host) => host.replace(/:\d*$/, ""));
  const { searchParams } = new URL(`postgres://server${rest}`);
  const mode = searchParams.get("sslmode") ?? searchParams.get("ssl") ?? "disable";
  const sealed = ["require", "verify-ca", "verify-full", "true"].includes(mode);
  return {
    kind: "postgres",
    host: hosts.join(", "),
    transit: sealed ? "sealed" : hosts.every((host) => isLocal(host) || host === "") ? "local" : "open",
  };
}

const isLocal = (host: string) => ["localhost", "127.0.0.1", "[::1]", "::1"].includes(host);
