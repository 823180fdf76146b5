import { type Beside, give } from "./beside";
import type { Sent } from "./floor-page";
import { Line } from "./line";
import { lineOf, quantile, type StudentLine } from "./lines";
import { each, type Measured, type Place } from "./place";

/** A page that is measured: for whom, "" being nobody, and how many times its bytes' sending it may cost. */
export type PageCase = { name: string; path: string; cookie: string; budget: number | null };

/**
 * Asks for pages in turn, eight times at once, at the app, then at a floor that sends the same bytes, and at one that packs them.
 * @param size how many rounds, and how often a round asks the app for each; the floor is asked ten times as often, for what is
 *   over before much of it can be counted. What the app only sends it is asked for a hundred times as often, as its floor is, or
 *   the collector that comes for the page before would be most of what is counted
 */
export async function measurePages(
  place: Place,
  floor: Beside,
  pages: PageCase[],
  size: { rounds: number; times: number },
): Promise<StudentLine[]> {
  const sent = await Promise.all(pages.map((page, index) => bytesOf(place.keyhole.origin, page, `/${index}`)));
  await give(floor, sent);
  const measured = pages.map((page, index) => ({ page, sent: sent[index] as Sent, rounds: [] as Round[] }));
  for (let round = -1; round < size.rounds; round++)
    for (const { page, sent, rounds } of measured) {
      const { times } = size;
      const order = { what: "look", cookie: page.cookie, atOnce: 8 } as const;
      const app = await place.order({ ...order, path: page.path, times: page.cookie ? times : times * 100 });
      const bare = await place.order({ ...order, path: sent.path, times: times * (page.cookie ? 10 : 100) }, floor);
      const packing = await place.order({ ...order, path: `/packed${sent.path}`, times }, floor);
      // The first round is not counted: code is compiled as it is used.
      if (round >= 0) rounds.push({ app, bare, packing });
    }
  return measured.flatMap(({ page, sent, rounds }) => pageLines(page, Buffer.byteLength(sent.body, "base64"), rounds));
}

type Round = { app: Measured; bare: Measured; packing: Measured };

function pageLines({ name, budget }: PageCase, bytes: number, rounds: Round[]): StudentLine[] {
  const [apps, floors] = [rounds.map(({ app }) => app), rounds.map(({ bare }) => bare)];
  const count = (all: Measured[]) => all.reduce((sum, { requests }) => sum + requests, 0);
  const cost = (all: Measured[]) =>
    each(
      all.map((one) => one.cost),
      count(all),
    );
  const one = (done: Measured) => (done.cost.app ?? 0) / done.requests;
  const ms = apps.flatMap((done) => done.ms);
  const packing = rounds.map((round) => round.packing);
  const line = {
    case: name,
    times: count(apps),
    errors: [...apps, ...floors, ...packing].reduce((sum, { errors }) => sum + errors.length, 0),
    cpu: cost(apps),
    ...{ p50: quantile(ms, 0.5), p95: quantile(ms, 0.95), p99: quantile(ms, 0.99) },
    kB: bytes / 1024,
  };
  const held = (against: Measured[]) => ({
    floor: { ...cost(against), postgres: null },
    floorP95: quantile(
      against.flatMap((done) => done.ms),
      0.95,
    ),
    values: apps.map((app, round) => one(app) / one(against[round] as Measured)),
  });
  return [
    lineOf({ ...line, ...held(floors), measure: "CPU of the process / floor's", budget }),
    lineOf({ ...line, ...held(packing), measure: "CPU / of a floor that packs", budget: null }),
  ];
}

/** A page as the app sends it, packed and with all its heads. @throws when there is none */
async function bytesOf(origin: string, { name, path, cookie }: PageCase, at: string): Promise<Sent> {
  const line = new Line(origin, cookie);
  const { status, headers, body } = await line.get(path);
  line.close();
  if (status !== 200) throw new Error(`${name}: ${status} for ${path}.`);
  // What is of the connection itself each server adds by itself.
  const own = ["date", "connection", "keep-alive", "transfer-encoding", "content-length"];
  const kept = Object.entries(headers).flatMap(([head, value]) =>
    own.includes(head) || !value ? [] : [[head, value]],
  );
  return { path: at, headers: Object.fromEntries(kept), body: body.toString("base64") };
}
