import { counter, forgetCounts, keyOf } from "./counter.server";
import { type From, knownIn } from "./known-browser";

/** Too many tries: how long until the next one is looked at. */
export type Wait = { waitSeconds: number };

const minute = 60;
const day = 24 * 60 * minute;
const longestWait = 15 * minute;

/**
 * Wrong secrets are counted for one account at one address, for one account at all addresses, and for one account in a
 * browser that it knows. Each has so many tries a day for nothing; then every further one costs a wait, twice as long as
 * the last.
 */
const bounds = { near: bound("near", 10), far: bound("far", 50), known: bound("known", 10) };
type Tries = ReturnType<typeof bound> & { key: string };

/**
 * Wrong secrets at one address for which nobody came in after all: a class that mistypes corrects itself, who goes through
 * names does not. Beyond them each account there has one try before it waits, and nobody waits for another.
 */
const address = counter("address", 60, 15 * minute);

/** Wrong class codes, per address: hopeless against millions of codes, and far more than a class mistypes. */
const code = counter("code", 3000, 15 * minute);
/** Codes that were right at an address: who guesses there keeps nobody from a class that others have found already. */
const opened = counter("opened", 1, day / 2);
/** Links for a new password: so many from one address, so many for one account. */
const resetFrom = counter("reset-from", 30, 60 * minute);
const resetOf = counter("reset", 3, 60 * minute);
/** New accounts, or new places in one class, per address. */
const newcomer = counter("newcomer", 300, 60 * minute);
/** Files that one person takes away: far more than all of ten classes, and no more than one a second for long. */
const file = counter("file", 300, 5 * minute);

/**
 * Looks at a secret unless there were too many wrong ones. Every look is counted before it is made, so that many at once
 * get no more tries than one after the other; a right one is taken off again, so that only failures count.
 * @param who the account that is tried, whether there is one or not
 * @param from where it is tried
 * @param personId whose it is: a browser in which they signed in before waits for nobody's guesses but its own
 * @returns what `look` found, null when the secret is wrong, or how long to wait
 */
export async function guarded<Found>(
  who: string,
  from: From,
  personId: string | undefined,
  look: () => Promise<Found | null>,
): Promise<Found | null | Wait> {
  const browser = knownIn(from.browser, personId);
  const tries = browser
    ? [{ ...bounds.known, key: keyOf(whoIs(personId), browser) }]
    : [
        { ...bounds.near, key: keyOf(who, from.address), ...((await isHot(from.address)) ? { free: 1 } : {}) },
        { ...bounds.far, key: keyOf(who) },
      ];
  const taken: (Tries & { last: boolean; count: number })[] = [];
  for (const one of tries) {
    const now = await take(one);
    if ("waitSeconds" in now) {
      for (const { counter, key } of taken) await counter.reward(key);
      return now;
    }
    taken.push({ ...one, ...now });
  }
  const place = from.address && !browser ? keyOf("", from.address) : null;
  if (place) await address.penalty(place);
  const found = await look();
  if (!found) for (const one of taken) if (one.last) await beginWait(one);
  if (!found) return null;
  const [first, ...rest] = taken;
  if (first) await Promise.all([first.counter.delete(first.key), first.waits.delete(first.key)]);
  for (const { counter, key } of rest) await counter.reward(key);
  if (place) await address.reward(place, first?.count);
  return found;
}

/** The same for the code of a class. @param typed as it is compared */
export async function guardedCode<Found>(
  typed: string,
  from: string | undefined,
  look: () => Promise<Found | null>,
): Promise<Found | null | Wait> {
  if (!from || (await opened.get(keyOf(`code ${typed}`, from)))) return look();
  const place = keyOf("", from);
  const taken = await code.penalty(place);
  if (taken.consumedPoints > code.points) return asWait(taken.msBeforeNext);
  const found = await look();
  if (found) {
    await code.reward(place);
    await opened.penalty(keyOf(`code ${typed}`, from));
  }
  return found;
}

/**
 * Counts one new person from this address.
 * @param where the class they join: who fills one with names that nobody has keeps nobody from another
 * @returns how long to wait when there were too many, otherwise null
 */
export async function countNewcomer(from: string | undefined, where = ""): Promise<Wait | null> {
  if (!from) return null;
  const taken = await newcomer.penalty(keyOf(where, from));
  return taken.consumedPoints > newcomer.points ? asWait(taken.msBeforeNext) : null;
}

/**
 * Counts one link for a new password.
 * @returns how long to wait when too many were asked for from this address; "enough" when this account was sent its share,
 * which is not to be told; otherwise null
 */
export async function countReset(account: string, from: string | undefined): Promise<Wait | "enough" | null> {
  if (from) {
    const taken = await resetFrom.penalty(keyOf("", from));
    if (taken.consumedPoints > resetFrom.points) return asWait(taken.msBeforeNext);
  }
  const taken = await resetOf.penalty(keyOf(account));
  return taken.consumedPoints > resetOf.points ? "enough" : null;
}

/** Counts one file that this person takes away. @returns how long to wait when there were too many, otherwise null */
export async function countFile({ id }: { id: string }): Promise<Wait | null> {
  const taken = await file.penalty(keyOf(whoIs(id)));
  return taken.consumedPoints > file.points ? asWait(taken.msBeforeNext) : null;
}

/** Forgets the wrong tries that were counted for this account, and for its person in browsers that it knows. */
export async function forget(who: string, personId: string): Promise<void> {
  await forgetCounts([who, whoIs(personId)]);
}

export function isWait(result: object | string | null | undefined): result is Wait {
  return typeof result === "object" && result !== null && "waitSeconds" in result;
}

/** What is counted for a person and not for the name that was typed. */
export const whoIs = (personId: string | undefined) => `person ${personId}`;

function bound(name: string, free: number) {
  return { free, counter: counter(name, free, day), waits: counter(`${name}-waits`, 1, day) };
}

/** Counts one look. @returns how long to wait in its place; otherwise how many there were, and whether it is the last for nothing */
async function take(tries: Tries): Promise<Wait | { count: number; last: boolean }> {
  const free = (await tries.waits.get(tries.key)) ? 1 : tries.free;
  const { consumedPoints: count, msBeforeNext } = await tries.counter.penalty(tries.key);
  if (count <= free) return { count, last: count === free };
  return msBeforeNext <= longestWait * 1000 ? asWait(msBeforeNext) : beginWait(tries);
}

/** A minute, then two, then four: a person who mistyped waits a little, a machine that goes on and on a quarter of an hour. */
async function beginWait({ counter, waits, key }: Tries): Promise<Wait> {
  const { consumedPoints } = await waits.penalty(key);
  const waitSeconds = Math.min(longestWait, minute * 2 ** (consumedPoints - 1));
  await counter.block(key, waitSeconds);
  return { waitSeconds };
}

async function isHot(from: string | undefined): Promise<boolean> {
  const found = from ? await address.get(keyOf("", from)) : null;
  return (found?.consumedPoints ?? 0) > address.points;
}

const asWait = (ms: number): Wait => ({ waitSeconds: Math.max(1, Math.ceil(ms / 1000)) });
