import { allKept, type Field, forget, type Kept, keep } from "./kept";
import type { State } from "./say";

/** How the attempt stands, by the server: with every reply to answers, and from its clock. */
export type Standing = { state: string; deadline: string | null; now: string };

type Outcome = {
  slot: number;
  seq: number;
  outcome: "kept" | "already had" | "newer" | "settled" | "too late";
  passed?: true;
};
type Reply = Standing & { saved: Outcome[]; savedAt: string };

/** `made` is this page's monotonic clock; an answer found from an earlier page has none. */
type Waiting = Kept & { made?: number; onDevice?: boolean };

type Listener = {
  /** What became of one answer; `at` is when, by the server. */
  told(answer: Kept, state: State, at?: string): void;
  standing(standing: Standing): void;
};

/**
 * Every answer goes to the device first, then to the server, again and again until the server says what became of it.
 * The same (client, seq) twice is kept once, so that trying again is harmless.
 */
export function answerQueue(attempt: string, client: string, listener: Listener) {
  const waiting = new Map<string, Waiting>();
  const nameOf = ({ client, slot }: Kept) => `${client} ${slot}`;
  let seq = 0;
  let waits = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let under: Promise<boolean> | undefined;

  const open = () => [...waiting.values()];

  /** Takes out an answer that is dealt with. @returns false where a newer one to the same question waits now */
  function done(answer: Waiting): boolean {
    return waiting.get(nameOf(answer)) === answer && waiting.delete(nameOf(answer));
  }

  function change(slot: number, fields: Field[]): void {
    const answer: Waiting = { attempt, client, slot, seq: ++seq, fields, wall: Date.now(), made: performance.now() };
    waiting.set(nameOf(answer), answer);
    const { made, ...kept } = answer;
    void keep(kept).then((onDevice) => {
      answer.onDevice = onDevice;
    });
    listener.told(answer, "sending");
    schedule(400);
  }

  /** Takes up what earlier pages of this attempt left. @returns it, the oldest first */
  async function restore(): Promise<Kept[]> {
    const found = await allKept(attempt);
    for (const answer of found)
      if (!waiting.has(nameOf(answer))) waiting.set(nameOf(answer), { ...answer, onDevice: true });
    return found;
  }

  function schedule(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(send, ms);
  }

  /** @returns whether the server has answered for everything that waited */
  function send(): Promise<boolean> {
    under ??= sendAll().finally(() => {
      under = undefined;
      const left = open().length > 0;
      if (left) schedule(waits ? 1000 * 2 ** waits : 400);
    });
    return under;
  }

  async function sendAll(): Promise<boolean> {
    clearTimeout(timer);
    let reached = true;
    for (const batch of batches(open())) if (!(await sendBatch(batch))) reached = false;
    waits = reached ? 0 : Math.min(waits + 1, 5);
    return reached;
  }

  async function sendBatch(batch: Waiting[]): Promise<boolean> {
    const failed = (why?: State) => {
      for (const answer of batch) listener.told(answer, why ?? (answer.onDevice ? "device" : "lost"));
      return false;
    };
    try {
      const response = await fetch(address, { ...request(batch), signal: AbortSignal.timeout(15_000) });
      if (response.status === 404) return failed("gone");
      if (response.status === 400 || response.status === 413) {
        // It would be refused for ever; it stays on the device, and must not keep the rest from going.
        batch.map(done);
        failed("lost");
        return true;
      }
      if (!response.ok && response.status !== 409) return failed();
      settle(batch, await response.json());
      return true;
    } catch {
      return failed();
    }
  }

  function settle(batch: Waiting[], reply: Reply): void {
    for (const answer of batch) {
      void forget(answer);
      if (done(answer))
        listener.told(answer, stateOf(reply.saved.find(({ slot }) => slot === answer.slot)), reply.savedAt);
    }
    listener.standing(reply);
  }

  /** Tries at once, and once more for what was changed meanwhile. @returns whether nothing waits any more */
  async function flush(): Promise<boolean> {
    if (under) await under;
    for (let tries = 0; tries < 2 && open().length > 0; tries++) if (!(await send())) return false;
    return open().length === 0;
  }

  /** One last try that outlives the page. */
  function leave(): void {
    for (const batch of batches(open())) void fetch(address, { ...request(batch), keepalive: true }).catch(() => {});
  }

  const address = `/attempts/${attempt}/answers`;
  return { change, restore, flush, leave, open };
}

/** How long ago an answer was made, in ms. No clock is trusted, only its differences: a page's own monotonic one, and
 * across pages the device's. */
export function ageOf(answer: { wall: number; made?: number }, now = { wall: Date.now(), page: performance.now() }) {
  const age = answer.made === undefined ? now.wall - answer.wall : now.page - answer.made;
  return Math.min(Math.max(age, 0), 1e10);
}

function stateOf({ outcome, passed }: Partial<Outcome> = {}): State {
  if (passed) return "passed";
  return !outcome || outcome === "already had" ? "kept" : outcome;
}

/** Each request holds the answers of one page. */
function batches(answers: Waiting[]): Waiting[][] {
  const clients = new Set(answers.map(({ client }) => client));
  return [...clients].map((one) => answers.filter(({ client }) => client === one));
}

function request(batch: Waiting[]): RequestInit {
  const answers = batch.map((answer) => ({
    slot: answer.slot,
    seq: answer.seq,
    ageMs: ageOf(answer),
    fields: [[`s${answer.slot}`, "1"], ...answer.fields],
  }));
  return {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ client: batch[0]?.client, answers }),
  };
}
