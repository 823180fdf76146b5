import { type SQL, sql } from "drizzle-orm";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { rows } from "~/db.server";
import { keyed } from "./secret.server";

/** Too many tries: how long until the next one is looked at. */
export type Wait = { waitSeconds: number };

const minute = 60;
const limits = {
  password: limiter("password", 10, 15 * minute),
  pin: limiter("pin", 10, 15 * minute),
  /** Wide enough for a class that sits behind one address and mistypes. */
  address: limiter("address", 300, 15 * minute),
  /** Wrong class codes, per address: hopeless against millions of codes, and far more than a class mistypes. */
  code: limiter("code", 3000, 15 * minute),
  /** New accounts and new places in a class, per address. */
  newcomer: limiter("newcomer", 300, 60 * minute),
};
/** How often the tries of one login ran out within a day. */
const rounds = limiter("rounds", 1, 24 * 60 * minute);

/**
 * Looks at a secret unless there were too many wrong ones. Every look is counted before it is made, so that many at once
 * get no more tries than one after the other; a right one is taken off again, so that only failures count.
 * @param kind a "code" is counted for its address alone, and apart from what else is tried there: who guesses at codes
 *   keeps nobody behind the same address from signing in
 * @param who what the tries are counted for, beside the address
 * @param address where the request comes from; not counted when it is not known
 * @returns what `look` found, null when the secret is wrong, or how long to wait
 */
export async function guarded<Found>(
  kind: "password" | "pin" | "code",
  who: string,
  address: string | undefined,
  look: () => Promise<Found | null>,
): Promise<Found | null | Wait> {
  const place = kind === "code" ? "code" : "address";
  const wait = (address && (await take(place, address))) || (kind !== "code" && (await take(kind, who)));
  if (wait) return wait;
  const found = await look();
  if (found) {
    if (address) await limits[place].reward(keyOf(address));
    if (kind !== "code") await forget(kind, who);
  }
  return found;
}

/** Counts one new person from this address. @returns how long to wait when there were too many, otherwise null */
export async function countNewcomer(address: string | undefined): Promise<Wait | null> {
  return address ? take("newcomer", address) : null;
}

/** Forgets the wrong tries that were counted for somebody. */
export async function forget(kind: "password" | "pin", who: string): Promise<void> {
  await limits[kind].delete(keyOf(who));
  if (kind === "password") await rounds.delete(keyOf(who));
}

export function isWait(result: object | string | null | undefined): result is Wait {
  return typeof result === "object" && result !== null && "waitSeconds" in result;
}

async function take(kind: keyof typeof limits, who: string): Promise<Wait | null> {
  const limit = limits[kind];
  const key = keyOf(who);
  const taken = await limit.penalty(key);
  if (taken.consumedPoints <= limit.points) return null;
  // A person who mistyped waits a minute; only a machine that goes on and on meets the quarter of an hour.
  if (kind === "password" && taken.consumedPoints === limit.points + 1) {
    const { consumedPoints } = await rounds.penalty(key);
    const waitSeconds = Math.min(15, 2 ** (consumedPoints - 1)) * minute;
    await limit.block(key, waitSeconds);
    return { waitSeconds };
  }
  return { waitSeconds: Math.max(1, Math.ceil(taken.msBeforeNext / 1000)) };
}

/** Neither names nor addresses stand in the table. */
function keyOf(who: string): string {
  return keyed(`throttle ${who}`).slice(0, 32);
}

function limiter(keyPrefix: string, points: number, duration: number): RateLimiterPostgres {
  const storeClient = { query: (query: { text: string; values: unknown[] }) => run(query) };
  return new RateLimiterPostgres({
    storeClient,
    storeType: "client",
    tableName: "throttles",
    tableCreated: true,
    // All share one table, so one of them clears it.
    clearExpiredByTimeout: keyPrefix === "address",
    keyPrefix,
    points,
    duration,
  });
}

/** The library's queries on whichever of our two drivers is open. */
async function run({ text, values }: { text: string; values: unknown[] }) {
  const parts = text
    .split(/\$(\d+)/)
    .map((part, index): SQL => (index % 2 ? sql`${values[Number(part) - 1]}` : sql.raw(part)));
  const found = await rows(sql.join(parts));
  return { rows: found, rowCount: found.length };
}
