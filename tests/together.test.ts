import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { together } from "~/together";

/** What happens to a call, whoever goes with it. "held": `many` cannot answer it. "bad": makes all fail that go with it. */
type Call = { id: number; name: number; kind: "good" | "held" | "bad" };

const some = fc.array(
  fc.record({
    name: fc.integer({ min: 0, max: 5 }),
    kind: fc.constantFrom<Call["kind"]>("good", "good", "good", "held", "bad"),
    // In which round of answers it comes.
    comes: fc.integer({ min: 0, max: 4 }),
  }),
  { maxLength: 150 },
);

describe("calls that go together", () => {
  it("get each its own answer, once, and fail only by themselves, whatever goes with them", async () => {
    await fc.assert(
      fc.asyncProperty(some, async (given) => {
        const answered: number[] = [];
        const trips: Call[][] = [];
        const ask = together<Call, number>(
          async (calls) => {
            trips.push(calls);
            await Promise.resolve();
            if (calls.some(({ kind }) => kind === "bad")) throw new Error("one of them was bad");
            answered.push(...calls.flatMap(({ id, kind }) => (kind === "good" ? [id] : [])));
            return calls.map(({ id, kind }) => (kind === "good" ? id : undefined));
          },
          async ({ id, kind }) => {
            if (kind === "bad") throw new Error(`bad ${id}`);
            answered.push(id);
            return id;
          },
          ({ name }) => name,
        );
        const calls = given.map(({ comes, ...one }, id) => ({ comes, call: { id, ...one } }));
        const told = await Promise.all(
          calls.map(async ({ comes, call }) => {
            for (let round = 0; round < comes; round++) await Promise.resolve();
            return ask(call).catch((cause: Error) => cause.message);
          }),
        );
        expect(told).toEqual(calls.map(({ call: { id, kind } }) => (kind === "bad" ? `bad ${id}` : id)));
        const good = calls.flatMap(({ call: { id, kind } }) => (kind === "bad" ? [] : [id]));
        expect(answered.sort((a, b) => a - b)).toEqual(good);
        for (const trip of trips) expect(new Set(trip.map(({ name }) => name)).size).toBe(trip.length);
      }),
    );
  });

  /** Answers only when it is told to. */
  function slow() {
    const trips: { calls: string[]; answer(): void }[] = [];
    const many = (calls: string[]) =>
      new Promise<string[]>((done) => void trips.push({ calls, answer: () => done(calls.map((one) => `${one}!`)) }));
    const ask = together(many, async (call: string): Promise<string> => `${call} alone`);
    return { trips, ask };
  }

  it("wait for nobody when nobody is on the way, and for all who are when two trips are", async () => {
    const { trips, ask } = slow();
    const [ana, ben, ...others] = ["ana", "ben", "cleo", "dan", "eva"].map(ask);
    expect(trips.map(({ calls }) => calls)).toEqual([["ana"], ["ben"]]);
    trips[1]?.answer();
    expect(await ben).toBe("ben!");
    expect(trips.map(({ calls }) => calls).slice(2)).toEqual([["cleo", "dan", "eva"]]);
    trips[2]?.answer();
    expect(await Promise.all(others)).toEqual(["cleo!", "dan!", "eva!"]);
    trips[0]?.answer();
    expect(await ana).toBe("ana!");
  });

  it("are fifty a trip at the most, first come, first served", async () => {
    const { trips, ask } = slow();
    const all = Array.from({ length: 122 }, (_, n) => ask(String(n)));
    for (let trip = 0; trip < 5; trip++) {
      trips[trip]?.answer();
      await Promise.race(all.slice(trip < 2 ? trip : 2 + (trip - 2) * 50));
      await new Promise((done) => setImmediate(done));
    }
    expect(trips.map(({ calls }) => calls.length)).toEqual([1, 1, 50, 50, 20]);
    expect(await Promise.all(all)).toEqual(all.map((_, n) => `${n}!`));
  });
});
