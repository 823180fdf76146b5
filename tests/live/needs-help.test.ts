import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { awayAfter, gapsOf, type Progress, paceOf, standingOf, stuckAfter, usualPace } from "~/models/needs-help";

const under = (quiet: number, newest: Progress["newest"] = null): Progress => ({ state: "under way", quiet, newest });
const pace = 60;
const paceAt = (times: number[][]) => paceOf(times.map(gapsOf));

describe("who needs help", () => {
  it.each([
    ["somebody who has not started", { state: "not started", quiet: 9999, newest: null }, "not started"],
    ["somebody who has finished", { state: "finished", quiet: 9999, newest: { tries: 3, right: false } }, "finished"],
    ["somebody who answered a moment ago", under(5), "working"],
    ["nothing for less than twice the class's time", under(119), "working"],
    ["nothing for twice the class's time", under(120), "stuck: time"],
    ["nothing for five minutes", under(awayAfter), "away"],
    ["two tries on the newest question", under(5, { tries: 2, right: false }), "working"],
    ["three tries on the newest question, not right", under(5, { tries: 3, right: false }), "stuck: tries"],
    ["three tries and it is right", under(5, { tries: 3, right: true }), "working"],
    ["three tries, then silence: still the one to go to", under(900, { tries: 3, right: false }), "stuck: tries"],
  ] as [string, Progress, string][])("says of %s what is so", (_, progress, standing) => {
    expect(standingOf(progress, pace)).toBe(standing);
  });

  it("never flags a hard worker for wrong tries alone: who has gone on to another question is not stuck", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 59 }),
        fc.integer({ min: 0, max: 2 }),
        fc.integer({ min: 1, max: 600 }),
        (quiet, tries, of) => {
          // However many tries came before: the newest question is another one, and something came within the minute.
          expect(standingOf(under(quiet, { tries, right: false }), of)).toBe("working");
        },
      ),
    );
  });

  it("lets somebody who is quiet for longer never look less in need, until they are away", () => {
    const rank = { working: 0, "stuck: time": 1, away: 2 } as Record<string, number>;
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), fc.integer({ min: 1, max: 400 }), (a, b, of) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(rank[standingOf(under(less), of)]).toBeLessThanOrEqual(rank[standingOf(under(more), of)] as number);
      }),
    );
  });

  it("takes the median of the class's steps, the usual two minutes while there are fewer than five", () => {
    expect(paceAt([])).toBe(usualPace);
    expect(paceAt([[100, 90, 80, 70, 60]])).toBe(usualPace);
    expect(
      paceAt([
        [100, 90, 70, 40],
        [500, 460, 450],
      ]),
    ).toBe(20);
    expect(
      paceAt([
        [100, 90, 70, 40],
        [500, 460, 450, 390],
      ]),
    ).toBe(25);
  });

  it("counts a break as no step, and waits a minute however fast a class is", () => {
    expect(paceAt([[10_000, 5000, 4990, 4980, 4970, 4960, 4950]])).toBe(10);
    expect(stuckAfter(10)).toBe(60);
    expect(stuckAfter(45)).toBe(90);
  });

  it("finds the same pace in whatever order things are told", () => {
    const ages = fc.array(fc.array(fc.nat(3000), { maxLength: 12 }), { maxLength: 8 });
    fc.assert(
      fc.property(ages, (steps) => {
        const turned = [...steps].reverse().map((one) => [...one].reverse());
        expect(paceAt(turned)).toBe(paceAt(steps));
        expect(paceAt(steps)).toBeGreaterThan(0);
        expect(paceAt(steps)).toBeLessThanOrEqual(awayAfter);
      }),
    );
  });
});
