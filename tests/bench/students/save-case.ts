import type { Beside } from "./beside";
import { lineOf, quantile, type StudentLine } from "./lines";
import type { Open } from "./orders";
import { each, type Measured, type Place, total } from "./place";

type Size = { rounds: number; forMs: number };

/**
 * Saves one answer after the other, at the app and at the floor in turn: so what else the machine does falls on both alike.
 * @param open attempts under way, of as many students
 */
export async function measureSaves(place: Place, floor: Beside, open: Open[], size: Size): Promise<StudentLine[]> {
  const lines: StudentLine[] = [];
  for (const atOnce of [1, open.length]) {
    const rounds: { app: Measured; bare: Measured }[] = [];
    // The first one is not counted: a server that has just started compiles what it runs.
    for (let round = -1; round < size.rounds; round++) {
      const order = { what: "saves", open, atOnce, forMs: size.forMs } as const;
      const app = await place.order({ ...order, floor: false });
      const bare = await place.order({ ...order, floor: true }, floor);
      if (round >= 0) rounds.push({ app, bare });
    }
    lines.push(...linesOf(`save one answer, ${atOnce} at once`, rounds, atOnce > 1));
  }
  return lines;
}

function linesOf(name: string, rounds: { app: Measured; bare: Measured }[], crowded: boolean): StudentLine[] {
  const all = (which: "app" | "bare") => rounds.map((round) => round[which]);
  const sum = (which: "app" | "bare", of: (one: Measured) => number) => all(which).reduce((s, one) => s + of(one), 0);
  const requests = (one: Measured) => one.requests;
  const ms = (which: "app" | "bare") => all(which).flatMap((one) => one.ms);
  const perSecond = (which: "app" | "bare") => sum(which, requests) / (sum(which, (one) => one.tookMs) / 1000);
  const cost = (which: "app" | "bare") =>
    each(
      all(which).map((one) => one.cost),
      sum(which, requests),
    );
  const p95 = (one: Measured) => quantile(one.ms, 0.95);
  const cpu = (one: Measured) => total(one.cost) / one.requests;
  const line = {
    ...{ case: name, times: sum("app", requests), cpu: cost("app"), floor: cost("bare") },
    errors: sum("app", (one) => one.errors.length) + sum("bare", (one) => one.errors.length),
    ...{ perSecond: perSecond("app"), floorPerSecond: perSecond("bare") },
    ...{ p50: quantile(ms("app"), 0.5), p95: quantile(ms("app"), 0.95), p99: quantile(ms("app"), 0.99) },
    floorP95: quantile(ms("bare"), 0.95),
  };
  const ratios = (of: (one: Measured) => number) => rounds.map(({ app, bare }) => of(app) / of(bare));
  const alone = ({ cost, requests }: Measured) => (cost.app ?? 0) / requests;
  return [
    lineOf({ ...line, measure: "CPU with Postgres / floor's", values: ratios(cpu), budget: 1.5 }),
    lineOf({ ...line, measure: "CPU of the process / floor's", values: ratios(alone), budget: null }),
    lineOf({ ...line, measure: "p95 / floor's", values: ratios(p95), budget: crowded ? 1.5 : null }),
  ];
}
