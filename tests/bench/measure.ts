import { performance } from "node:perf_hooks";
import type { Visitor } from "../visitor";
import type { Case } from "./cases";
import type { Meter } from "./process-meter";

/** One answer: times in ms from sending the request, on the same machine, with CPU time of the server alone. */
type Sample = { status: number; first: number; whole: number; cpu: number | null; bytes: number };
/** What a case came to. Memory in MB, around its first answer. */
export type Measured = {
  case: Case;
  samples: Sample[];
  memory: { before: number; peak: number; after: number } | null;
};

/**
 * Asks for every case in turn, again and again, so that what else the machine does falls on all of them alike.
 * @param rounds how often each is measured, after two times that are not: a server that has just started is slow
 * @param patience ms after which a case is not asked again, once it was measured three times
 */
export async function measure(
  cases: Case[],
  people: Record<Case["as"], Visitor>,
  meter: Meter,
  rounds: number,
  patience: number,
): Promise<Measured[]> {
  const measured = cases.map((one): Measured => ({ case: one, samples: [], memory: null }));
  const etags = new Map<Case, string>();
  for (let round = -2; round < rounds; round++)
    for (const one of measured.filter(({ samples }) => samples.length < 3 || spent(samples) < patience)) {
      // The first answer of all is the one to which memory has to grow; later ones use what is there.
      const before = round === -2 && one.case.growth !== undefined ? meter.memory() : null;
      const sample = await ask(one.case, people[one.case.as], meter, etags);
      const after = before && meter.memory();
      if (before && after) one.memory = { before: before.now, peak: after.peak, after: after.now };
      if (round >= 0) one.samples.push(sample);
    }
  return measured;
}

const spent = (samples: Sample[]) => samples.reduce((sum, { whole }) => sum + whole, 0);

async function ask(one: Case, by: Visitor, meter: Meter, etags: Map<Case, string>): Promise<Sample> {
  const known = one.again ? etags.get(one) : undefined;
  const cpu = meter.cpuMs();
  const began = performance.now();
  const answer = await by.fetch(one.address, known ? { headers: { "If-None-Match": known } } : {});
  let first = 0;
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    first ||= performance.now() - began;
    bytes += chunk.length;
  }
  const whole = performance.now() - began;
  const used = meter.cpuMs();
  const etag = answer.headers.get("ETag");
  if (etag) etags.set(one, etag);
  return {
    status: answer.status,
    first: first || whole,
    whole,
    bytes,
    cpu: cpu !== null && used !== null ? used - cpu : null,
  };
}
