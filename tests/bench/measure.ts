import { performance } from "node:perf_hooks";
import type { Visitor } from "../visitor";
import type { Case } from "./cases";
import type { Meter } from "./process-meter";

/**
 * One answer, in ms: `whole` as the server says, from the arrival of the request to the last byte; `first` from sending the
 * request to the first byte, as a client on the same machine finds. CPU time is that of the server alone.
 */
type Sample = { status: number; first: number; whole: number; cpu: number | null; bytes: number };
/** What is measured: as whom, and the server by its process and by its log. `save` has a student answer a question. */
export type Measuring = {
  people: Record<Case["as"], Visitor>;
  save: () => Promise<void>;
  meter: Meter;
  took: (path: string) => Promise<number>;
};
/** What a case came to. Memory in MB, around the answer for the larger class. */
export type Measured = {
  case: Case;
  samples: Sample[];
  memory: { before: number; peak: number; after: number } | null;
};

/** How much is asked, see `measure`. */
export type Much = { warm: number; rounds: number; patience: number; forMs: number };

/** What takes so many ms is asked for twice only before it is measured. */
const long = 300;

/**
 * Asks for every case in turn, again and again, so that what else the machine does falls on all of them alike.
 * @param much `rounds`: how often each is measured, after `warm` times that are not, since the code of a server that has just
 * started is compiled as it is used; `forMs`: after that time each is measured three times in all and no more; `patience`: ms
 * after which a case is not asked again, warm or not
 */
export async function measure(
  cases: Case[],
  { people, save, meter, took }: Measuring,
  { warm, rounds, patience, forMs }: Much,
): Promise<Measured[]> {
  const measured = cases.map((one): Measured => ({ case: one, samples: [], memory: null }));
  const last = new Map<string, Last>();
  const spent = new Map<Case, number>();
  const slow = new Set<Case>();
  const began = performance.now();
  for (let round = -warm; round < rounds && (round < 3 || performance.now() - began < forMs); round++)
    for (const { case: one, samples } of measured) {
      if (round < -2 && slow.has(one)) continue;
      const enough = (spent.get(one) ?? 0) > patience;
      if (enough && (round < 0 || samples.length > 0)) continue;
      const ask = (some: Case) => answerOf(some, { by: people[some.as], meter, took }, last);
      for (let time = 0; time < (one.polled ?? 1); time++) {
        // Students grow quiet by the clock, so the page is asked for as it is now right before it is asked for again.
        if (one.again) await ask({ ...one, again: false });
        if (one.saved) await save();
        const sample = await ask(one);
        if (sample.whole > long) slow.add(one);
        spent.set(one, (spent.get(one) ?? 0) + sample.whole);
        if (round >= 0 && (!one.again || sample.status === 304)) samples.push(sample);
      }
    }
  for (const measuredCase of measured) {
    const { case: one } = measuredCase;
    if (!one.growth) continue;
    // By now memory has grown to what this takes, and what it grows by is for the larger class.
    await answerOf(one, { by: people[one.as], meter, took }, last);
    const before = meter.memory();
    await answerOf({ ...one, address: one.growth.larger }, { by: people[one.as], meter, took }, last);
    const after = meter.memory();
    if (before && after) measuredCase.memory = { before: before.now, peak: after.peak, after: after.now };
  }
  return measured;
}

/** What a page that polls knows from the last answer: its ETag, and the versions of its rows. */
type Last = { etag: string | null; rows: string[] };

type Asking = Pick<Measuring, "meter" | "took"> & { by: Visitor };

async function answerOf(one: Case, { by, meter, took }: Asking, last: Map<string, Last>): Promise<Sample> {
  const { etag, rows } = last.get(one.name) ?? { etag: null, rows: [] };
  const had = rows.filter((_, index) => index < rows.length * (one.have ?? 0));
  // No more than live.ts sends: an address may have some thousand letters.
  const address = had.length > 0 ? `${one.address}?known=${had.join(".").slice(0, 6000)}` : one.address;
  const cpu = meter.cpuMs();
  const began = performance.now();
  const answer = await by.fetch(address, one.again && etag ? { headers: { "If-None-Match": etag } } : {});
  let first = 0;
  let bytes = 0;
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of answer.body ?? []) {
    first ||= performance.now() - began;
    bytes += chunk.length;
    if (one.have) text += decoder.decode(chunk, { stream: true });
  }
  const whole = await took(new URL(address, "http://here").pathname);
  const used = meter.cpuMs();
  last.set(one.name, { etag: answer.headers.get("ETag"), rows: answer.status === 304 ? rows : rowsIn(text) });
  return {
    status: answer.status,
    first: first || performance.now() - began,
    whole,
    bytes,
    cpu: cpu !== null && used !== null ? used - cpu : null,
  };
}

/** The versions of all rows that a live view has after this answer. */
export function rowsIn(text: string): string[] {
  const order = /data-order="([^"]*)"/.exec(text)?.[1]?.split(" ");
  return order ?? [...text.matchAll(/data-v="([^"]+)"/g)].map(([, version]) => version as string);
}
