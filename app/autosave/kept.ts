/*
 * What this device keeps until the school has it: in IndexedDB, so that a reload, a crash or another tab finds it again.
 * A browser that keeps nothing (some private windows) makes every call here answer undefined.
 */
export type Field = [name: string, value: string];

/** The newest unsent answer of one page to one question. `wall` is the device's own clock, for differences only. */
export type Kept = { attempt: string; client: string; slot: number; seq: number; fields: Field[]; wall: number };

/** An attempt handed in while the line was down; `at` is the school's time as this page knew it. */
export type Handed = { attempt: string; at: number; over: boolean };

/** @returns whether the device keeps it now */
export async function keep(answer: Kept): Promise<boolean> {
  return (await run("answers", (shelf) => shelf.put(answer))) !== undefined;
}

/** Forgets an answer, unless a newer one of the same page and question took its place. */
export function forget({ attempt, client, slot, seq }: Kept): Promise<unknown> {
  return run("answers", (shelf) => {
    const found = shelf.get([attempt, client, slot]);
    found.onsuccess = () => found.result?.seq === seq && shelf.delete([attempt, client, slot]);
    return found;
  });
}

/** What is still unsent of an attempt, from whichever page and tab, the oldest first. */
export async function allKept(attempt: string): Promise<Kept[]> {
  const all = await run<Kept[]>("answers", (shelf) => shelf.getAll(IDBKeyRange.bound([attempt], [attempt, []])));
  return (all ?? []).sort((a, b) => a.wall - b.wall);
}

/** @returns whether the device keeps it now */
export async function keepHanded(handed: Handed): Promise<boolean> {
  return (await run("handed", (shelf) => shelf.put(handed))) !== undefined;
}

export function forgetHanded(attempt: string): Promise<unknown> {
  return run("handed", (shelf) => shelf.delete(attempt));
}

export function findHanded(attempt: string): Promise<Handed | undefined> {
  return run<Handed | undefined>("handed", (shelf) => shelf.get(attempt));
}

type Shelf = "answers" | "handed";
let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open("keyhole", 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("answers", { keyPath: ["attempt", "client", "slot"] });
      asked.result.createObjectStore("handed", { keyPath: "attempt" });
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = reject;
  });
}

async function run<T>(name: Shelf, ask: (shelf: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  try {
    opened ??= open();
    const transaction = (await opened).transaction(name, "readwrite");
    const asked = ask(transaction.objectStore(name));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = reject;
    });
    return asked.result;
  } catch {
    return undefined;
  }
}
